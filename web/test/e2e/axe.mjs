// axe on every page, in four languages, light and dark: not one violation. With it: nothing wider than the
// window at 320 pixels, one h1 a page, and no word missing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { follow, hold, languages, open, settled, shots, visitor } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const pages = [
  '/', '/measure/4?plan=2020', '/measure/22?plan=2020', '/evidence?plan=2020&indicator=m4.rtgs_volume', '/evidence/file', '/rounds', '/rounds/2020-q4', '/rounds/2020-q4/amcm', '/verify-queue', '/item/ITEM',
  '/problems', '/conference', '/conference/3', '/conference/3/minutes', '/dossier', '/lists', '/lists/2022?view=compared', '/translations', '/terms', '/journal', '/journal/40', '/figure?id=m4.psc_clearing.now&measure=4&plan=2020',
  '/directory', '/calendar', '/people', '/settings', '/search?q=maoyi', '/everything', '/do/meetings/raise_problem', '/do/planning/close_duty', '/see/conference/status?f.plan=2020', '/sign-in', '/no-such-page',
];
const name_of = (path) => path.replace(/[^a-z0-9]+/gi, '_').replace(/^_|_$/g, '') || 'home';

export async function axe_everywhere() {
  const faults = [];
  const say = process.argv.includes('--loud');
  let runs = 0;
  for (const language of languages) {
    const { context, page, troubles } = await visitor({ language, person: 'demo.coordination' });
    const item = await page.evaluate(async () => (await (await fetch('/v1/conference/queue')).json()).to_verify[0]?.item ?? (await (await fetch('/v1/conference/items')).json()).items[0].item);
    await open(page, '/settings');
    await page.evaluate(axe);
    for (const path of pages) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      try { await follow(page, path.replace('ITEM', item)); } catch (error) { faults.push(`${language} ${path}: ${error.message}`); continue; }
      // What opens on demand is looked at open.
      await page.evaluate(() => { [...document.querySelectorAll('main details')].slice(0, 4).forEach((one) => { one.open = true; }); document.querySelector('#corridors')?.scrollIntoView(); });
      await settled(page);
      // Between the themes only colours differ.
      for (const theme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: theme });
        await page.waitForTimeout(60);
        const result = await page.evaluate((dark) => window.axe.run(document, dark ? { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } : { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }), theme === 'dark');
        runs += 1;
        for (const one of result.violations) faults.push(`${language} ${theme} ${path}: ${one.id} — ${one.nodes.slice(0, 2).map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`).join(' | ')}`);
      }
      const raw = await page.evaluate(() => [...document.querySelectorAll('main *, header *, nav *')].filter((one) => one.childElementCount === 0 && /^[a-z_]+(\.[a-z_-]+)+$/.test(one.textContent.trim()) && !one.closest('code, .code, td, th, option, dd, .who')).map((one) => one.textContent.trim()).slice(0, 3));
      for (const one of raw) faults.push(`${language} ${path}: a word is missing: ${one}`);
      const heads = await page.locator('h1').count();
      if (heads !== 1) faults.push(`${language} ${path}: ${heads} heads of first rank`);
      if (shots) await page.screenshot({ path: `${shots}/${name_of(path)}.${language}.dark.png`, fullPage: true });
      await page.setViewportSize({ width: 320, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.waitForTimeout(80);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (say) console.log(`${language} ${path}: ${faults.length} faults so far${faults.length ? `, last: ${faults.at(-1).slice(0, 300)}` : ''}`);
      if (over > 0) faults.push(`${language} ${path}: ${over} pixels wider than a window of 320`);
      if (shots) await page.screenshot({ path: `${shots}/${name_of(path)}.${language}.320.png`, fullPage: true });
    }
    for (const one of new Set(troubles)) faults.push(`${language}: ${one}`);
    await context.close();
  }
  const kinds = [...new Set(faults)];
  hold(kinds.length === 0, `${kinds.length} faults in ${runs} runs:\n  ${kinds.slice(0, 60).join('\n  ')}`);
  return `${pages.length} pages, ${runs} runs of axe, none violated`;
}
