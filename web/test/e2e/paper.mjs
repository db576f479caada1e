// On paper: pages as a printer gets them, looked at as sheets of A4.
import { mkdirSync, writeFileSync } from 'node:fs';
import { hold, languages, open, settled, shots, visitor } from './browser.mjs';
import { on_paper } from './looks.mjs';

export async function pages_print_whole() {
  const faults = [];
  for (const language of languages) {
    const { context, page } = await visitor({ language, person: 'demo.coordination' });
    for (const path of ['/', '/measure/4?plan=2020', '/dossier?plan=2020', '/conference/3', '/conference/3/minutes', '/rounds/2020-q4', '/journal', '/items', '/agreements', '/agreement?id=dta.hk&on=2021-01-01', '/coverage?theme=tax', '/coverage?view=asked&partner=PT&matter=criminal_assistance', '/stay?view=waivers&jurisdiction=MO']) {
      await open(page, path);
      if (path.startsWith('/dossier')) {
        await page.locator('section[aria-labelledby="preview"] button').click();
        await page.waitForFunction(() => (document.querySelector('.preview')?.shadowRoot?.textContent ?? '').length > 2000, null, { timeout: 60000 });
      }
      // The width of an A4 sheet less its margins, at 96 pixels an inch.
      await page.setViewportSize({ width: 672, height: 1000 });
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await settled(page);
      for (const one of await page.evaluate(on_paper)) faults.push(`${language} ${path}: ${one}`);
      const preview = await page.evaluate(() => { const one = document.querySelector('.preview'); return one ? [one.scrollHeight, one.clientHeight, one.scrollWidth, one.clientWidth] : null; });
      if (preview && (preview[0] > preview[1] + 1 || preview[2] > preview[3] + 1)) faults.push(`${language} ${path}: the preview is cut: ${preview}`);
      const sheets = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      hold(sheets.length > 5000, `${path}: nothing printed`);
      if (shots) { mkdirSync(shots, { recursive: true }); writeFileSync(`${shots}/print${path.replace(/[^a-z0-9]+/gi, '_')}.${language}.pdf`, sheets); }
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 1280, height: 900 });
      if (path.startsWith('/measure') && await page.evaluate(() => document.querySelectorAll('main details[open]').length) > 0) faults.push(`${language} ${path}: what printing unfolded stays open`);
    }
    await context.close();
  }
  hold(faults.length === 0, `\n  ${[...new Set(faults)].slice(0, 30).join('\n  ')}`);
}
