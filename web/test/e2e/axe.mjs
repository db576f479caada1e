// Every page in four languages: axe in light and dark, one h1, no word missing, 320 pixels, text at 200 %,
// the reader's own colours.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { forced, legible, sideways, tongues } from './looks.mjs';
import { follow, hold, languages, open, settled, shots, visitor } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// A sheet of a good that does not pass: with figures, changes, and a material of which nobody knows the origin.
export const sheet = '{"hs":"0210.11","description":"dried ham","on":"2021-01-01","fob":"100","labour":"20","consignment":"direct","lines":[{"hs":"0203.11","description":"swine carcasses","value":"60","currency":"","origin":"BR"},{"hs":"0210.12","description":"bellies","value":"10","currency":"","origin":"ES"},{"hs":"2501.00","description":"salt","value":"5","currency":"","origin":""}]}';
export const pages = [
  '/', '/measure/4?plan=2020', '/measure/22?plan=2020', '/evidence?plan=2020&indicator=m4.rtgs_volume', '/evidence/file', '/rounds', '/rounds/2020-q4', '/rounds/2020-q4/amcm', '/verify-queue', '/items', '/item/ITEM',
  '/problems', '/conference', '/conference/3', '/conference/3/minutes', '/dossier', '/lists', '/lists/2022?view=compared', '/translations', '/terms', '/journal', '/journal/40', '/figure?id=m4.psc_clearing.now&measure=4&plan=2020',
  '/agreements', '/agreements?view=stalled', '/agreements?view=due', '/agreements?view=ties', '/agreement?id=dta.hk&on=2021-01-01', '/agreement?id=tie.pt.lisbon', '/coverage?theme=tax', '/coverage?view=asked&partner=PT&matter=criminal_assistance', '/coverage?view=next&theme=tax',
  '/withholding?from=BR&to=CN&income=dividends&on=2025-06-30', '/withholding?view=routes&from=BR&to=CN&income=dividends&on=2026-01-01', '/withholding?view=network&on=2025-01-01', '/withholding?view=signing&a=MO&b=BR&r.dividends=5&on=2025-01-01',
  '/stay?of=GB&place=CN&on=2026-02-17', '/stay?view=journey&journey=[[["passport","MO"]],[["PT","2025-01-01","2025-03-01"],["FR","2025-04-01","2025-06-20"]]]', '/stay?view=waivers&jurisdiction=MO', '/stay?view=candidates&jurisdiction=MO', '/origin', `/origin?sheet=${sheet}`, '/origin/certificates', '/origin/certificate?id=CERTIFICATE', '/origin/traders', '/origin/windows', '/origin/sets?on=2026-01-01',
  '/training', '/training/event?id=EVENT', '/withholding?view=routes&from=MZ&to=CN&income=interest&on=2025-01-03',
  '/directory', '/calendar', '/people', '/settings', '/search?q=maoyi', '/everything', '/do/meetings/raise_problem', '/do/planning/close_duty', '/see/conference/status?f.plan=2020', '/sign-in', '/no-such-page',
];
const name_of = (path) => path.replace(/[^a-z0-9]+/gi, '_').replace(/^_|_$/g, '') || 'home';

export async function axe_everywhere() {
  const faults = [];
  const say = process.argv.includes('--loud');
  const part = process.argv.includes('--pages') ? process.argv[process.argv.indexOf('--pages') + 1] : '';
  let runs = 0;
  for (const language of languages) {
    const { context, page, troubles } = await visitor({ language, person: 'demo.coordination' });
    const item = await page.evaluate(async () => (await (await fetch('/v1/conference/queue')).json()).to_verify[0]?.item ?? (await (await fetch('/v1/conference/items')).json()).items[0].item);
    // Made up by the tasks before; where they did not run, these pages say that there is none.
    const [certificate, event] = await page.evaluate(async () => [(await (await fetch('/v1/origin/certificates?with_differences=true')).json()).certificates[0]?.certificate ?? 'none', (await (await fetch('/v1/training/events')).json()).events[0]?.event ?? 'none']);
    await open(page, '/settings');
    await page.evaluate(axe);
    for (const path of pages.filter((one) => one.includes(part))) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      try { await follow(page, path.replace('ITEM', item).replace('CERTIFICATE', certificate).replace('EVENT', event)); } catch (error) { faults.push(`${language} ${path}: ${error.message}`); continue; }
      // What opens on demand is looked at open.
      await page.evaluate(() => { [...document.querySelectorAll('main details')].slice(0, 4).forEach((one) => { one.open = true; }); document.querySelector('#corridors')?.scrollIntoView(); });
      await settled(page);
      for (const theme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: theme });
        await page.waitForTimeout(60);
        const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        runs += 1;
        for (const one of result.violations) faults.push(`${language} ${theme} ${path}: ${one.id} — ${one.nodes.slice(0, 2).map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`).join(' | ')}`);
      }
      const raw = await page.evaluate(() => [...document.querySelectorAll('main *, header *, nav *')].filter((one) => one.childElementCount === 0 && /^[a-z_]+(\.[a-z_-]+)+$/.test(one.textContent.trim()) && !one.closest('code, .code, .sourced, td, th, option, dd, .who')).map((one) => one.textContent.trim()).slice(0, 3));
      for (const one of raw) faults.push(`${language} ${path}: a word is missing: ${one}`);
      const heads = await page.locator('h1').count();
      const [title, head] = await page.evaluate(() => [document.title, document.querySelector('main h1').textContent.trim()]);
      if (!title.startsWith(head)) faults.push(`${language} ${path}: the window is called "${title}", the page "${head}"`);
      if (heads !== 1) faults.push(`${language} ${path}: ${heads} heads of first rank`);
      if (shots) await page.screenshot({ path: `${shots}/${name_of(path)}.${language}.dark.png`, fullPage: true });
      await page.setViewportSize({ width: 320, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.waitForTimeout(80);
      const looked = async (at, does) => { for (const one of await page.evaluate(does)) faults.push(`${language} ${path} ${at}: ${one}`); if (shots) await page.screenshot({ path: `${shots}/${name_of(path)}.${language}.${at}.png`, fullPage: true }); };
      for (const one of await page.evaluate(tongues)) faults.push(`${language} ${path}: ${one}`);
      await looked('320', sideways);
      await looked('320', legible);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      await page.waitForTimeout(80);
      await looked('200', sideways);
      await looked('200', legible);
      await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
      await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
      await looked('forced', forced);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      if (say) console.log(`${language} ${path}: ${faults.length} faults so far${faults.length ? `, last: ${faults.at(-1).slice(0, 300)}` : ''}`);
    }
    for (const one of new Set(troubles)) faults.push(`${language}: ${one}`);
    await context.close();
  }
  const kinds = [...new Set(faults)];
  hold(kinds.length === 0, `${kinds.length} faults in ${runs} runs:\n  ${kinds.slice(0, 60).join('\n  ')}`);
  return `${pages.length} pages, ${runs} runs of axe, none violated; 320 px, 200 % and forced colours looked at`;
}
