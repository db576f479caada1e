// On paper: pages as a printer gets them, looked at as sheets of A4.
import { mkdirSync, writeFileSync } from 'node:fs';
import { hold, languages, open, order, settled, shots, visitor } from './browser.mjs';
import { sheet } from './axe.mjs';
import { on_paper } from './looks.mjs';

export async function pages_print_whole() {
  const faults = [];
  // An event with more people than a sheet has lines, made up: so its table goes on to the next one.
  const event = `paper.${Date.now().toString(36)}`;
  {
    const { context, page } = await visitor({ person: 'demo.coordination' });
    const title = 'Course on origin (illustration)';
    await order(page, 'training.plan_event', { event, kind: 'course', titles: { zh_hant: title, zh_hans: title, pt: title, en: title }, place: 'MO', venue: 'Hall (made up)', from: '2026-05-25', to: '2026-05-26', nominations_from: '2026-05-01', nominations_to: '2026-06-01', seats: 30, quotas: [{ jurisdiction: 'PT', reserved: 2, most: 2 }], days_needed: 1 });
    for (let n = 0; n < 24; n += 1) await order(page, 'training.nominate_participant', { event, jurisdiction: ['PT', 'MZ', 'AO', 'CV'][n % 4], person: `made.up.${n}.${event}`, display: `Made-up ${n}`, office: 'Illustration' });
    await context.close();
  }
  for (const language of languages) {
    const { context, page } = await visitor({ language, person: 'demo.coordination' });
    for (const path of ['/', '/measure/4?plan=2020', '/dossier?plan=2020', '/conference/3', '/conference/3/minutes', '/rounds/2020-q4', '/journal', '/items', '/agreements', '/agreement?id=dta.hk&on=2021-01-01', '/coverage?theme=tax', '/coverage?view=asked&partner=PT&matter=criminal_assistance', '/stay?view=waivers&jurisdiction=MO', `/origin?sheet=${sheet}`, '/origin/windows?on=2026-05-31', `/training/event?id=${event}`]) {
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
      if (shots) { mkdirSync(shots, { recursive: true }); writeFileSync(`${shots}/print${path.replace(/[^a-z0-9]+/gi, '_').slice(0, 60)}.${language}.pdf`, sheets); }
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 1280, height: 900 });
      if (path.startsWith('/measure') && await page.evaluate(() => document.querySelectorAll('main details[open]').length) > 0) faults.push(`${language} ${path}: what printing unfolded stays open`);
    }
    await context.close();
  }
  hold(faults.length === 0, `\n  ${[...new Set(faults)].slice(0, 30).join('\n  ')}`);
}
