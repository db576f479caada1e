// How long until the overview can be used, in a browser that has never seen it: from the navigation to all
// measures drawn. Run by hand: node test/e2e/cold.mjs --base URL [--starts 7]
import { chromium } from 'playwright-core';
const option = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : process.argv[at + 1]; };
const base = option('base', 'http://127.0.0.1:8480');
const all = [];
for (let start = 0; start < Number(option('starts', 7)); start += 1) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' })).newPage();
  const since = Date.now();
  await page.goto(base, { waitUntil: 'commit' });
  await page.waitForSelector('ol.measures li a.serif');
  const took = Date.now() - since;
  const parts = await page.evaluate(() => performance.getEntriesByType('resource').map((one) => [one.name.replace(/^.*?\/\/[^/]+/, '').replace(/-[\w-]{8}\./, '.').slice(0, 48), Math.round(one.startTime), Math.round(one.responseEnd)]).concat([['paint', 0, Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)]]));
  all.push(took);
  if (process.argv.includes('--loud')) console.log(took, parts.map((one) => one.join(' ')).join('\n  '));
  await browser.close();
}
all.sort((a, b) => a - b);
console.log(`usable after ${all.join(', ')} ms; median ${all[all.length >> 1]}, worst ${all.at(-1)}`);
