// The main tasks with the keyboard alone: every stop on the way is seen, and nothing is reached that cannot be left.
import { hold, open, secret_of, settled, visitor } from './browser.mjs';

// Tab until the focus stands where it is wanted; a stop that nobody sees is a fault.
async function walk(page, wanted, { back = false, most = 220 } = {}) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const look = () => page.evaluate((selector) => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const box = one.getBoundingClientRect(), look = getComputedStyle(one);
      return { says: `${one.tagName} ${(one.textContent || one.id).trim().slice(0, 30)}`, seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && (look.outlineStyle !== 'none' || look.boxShadow !== 'none'), there: one.matches(selector) };
    }, wanted);
    let at = await look();
    // What slides into the window is looked at when it has come.
    if (at !== null && !at.seen) { await page.waitForTimeout(200); at = await look(); }
    if (at === null) continue;
    hold(at.seen, `the focus is not seen on ${at.says}`);
    if (at.there) return;
  }
  throw new Error(`the keyboard does not come to ${wanted}`);
}
const press = (page, ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

async function sign_in(page, person, from) {
  await open(page, from);
  await walk(page, 'header a[href^="/sign-in"]');
  await press(page, 'Enter');
  await page.waitForURL('**/sign-in**');
  await settled(page);
  await walk(page, '#person');
  await page.keyboard.type(person);
  await walk(page, '#secret', { most: 2 });
  await page.keyboard.type(secret_of(person));
  await press(page, 'Enter');
  await page.waitForSelector('header button:has-text("Sign out")');
  await settled(page);
}

export async function evidence_is_entered_signed_off_and_verified_by_keyboard() {
  const officer = await visitor();
  let { page } = officer;
  await sign_in(page, 'demo.amcm_officer', '/');
  await walk(page, 'nav.rooms a[href^="/evidence"]');
  await press(page, 'Enter');
  await page.waitForURL('**/evidence**');
  await settled(page);
  hold(await page.evaluate(() => document.activeElement?.tagName) === 'H1', 'after a link the head has the focus');
  await walk(page, '#e-indicator');
  await page.keyboard.type('rtgs_volume');
  await page.waitForFunction(() => document.querySelectorAll('#e-indicator-list [role="option"]').length >= 1 && document.querySelector('#e-indicator').getAttribute('aria-activedescendant'));
  await press(page, 'Enter');
  await page.waitForURL('**indicator=m4.rtgs_volume**');
  const number = `RMB ${100 + Math.floor(Math.random() * 800)}.${Math.floor(Math.random() * 90) + 10}bn`;
  await walk(page, '#e-as_published', { most: 3 });
  await page.keyboard.type(number);
  await walk(page, '#e-period', { most: 2 });
  await page.keyboard.type('2018');
  await walk(page, '#e-source', { most: 2 });
  await page.keyboard.type('https://example.org/by-keyboard');
  await press(page, 'Enter');
  await page.waitForSelector('.done-note code');
  hold(await page.evaluate(() => document.activeElement?.classList.contains('done-note')), 'the receipt has the focus');
  const item = (await page.locator('aside li a').first().getAttribute('href')).replace(/^\/item\/([^?]+).*/, '$1');
  await officer.context.close();

  const head = await visitor({ person: 'demo.amcm_head' });
  page = head.page;
  await open(page, '/verify-queue?tab=to_sign_off');
  await walk(page, `a[href*="/item/${item}"]`);
  await press(page, 'Enter');
  await page.waitForURL(`**/item/${item}**`);
  await settled(page);
  await walk(page, 'section[aria-labelledby="decide"] button.main');
  await press(page, 'Enter');
  await page.waitForSelector('.done-note');
  await head.context.close();

  const verifier = await visitor({ person: 'demo.dsec_verifier' });
  page = verifier.page;
  await open(page, `/item/${item}`);
  await walk(page, 'section[aria-labelledby="decide"] textarea');
  await page.keyboard.type('Compared with the publication.');
  await walk(page, 'section[aria-labelledby="decide"] button.main', { most: 2 });
  await press(page, 'Space');
  await page.waitForSelector('.done-note');
  await verifier.context.close();
}

export async function dossier_search_tables_and_files_by_keyboard() {
  const { context, page } = await visitor({ person: 'demo.coordination' });
  await open(page, '/?plan=2020');
  await walk(page, '#search');
  await page.keyboard.type('clearing');
  await press(page, 'Enter');
  await page.waitForURL('**/search?**');
  await settled(page);
  await page.waitForSelector('main li a');
  await walk(page, 'main li a');
  await press(page, 'Enter');
  await page.waitForURL('**/measure/**');
  await settled(page);
  await walk(page, 'main summary');
  await press(page, 'Enter');
  hold(await page.evaluate(() => document.activeElement.parentElement.open), 'what is folded opens by key');

  await open(page, '/dossier?plan=2020');
  await walk(page, 'section[aria-labelledby="preview"] button');
  await press(page, 'Enter');
  await page.waitForFunction(() => (document.querySelector('.preview')?.shadowRoot?.textContent ?? '').length > 2000, null, { timeout: 60000 });
  await walk(page, '.preview');
  const before = await page.evaluate(() => document.querySelector('.preview').scrollTop);
  await press(page, 'PageDown');
  await page.waitForFunction((was) => document.querySelector('.preview').scrollTop > was, before);

  await open(page, '/items');
  await walk(page, 'main input[type="search"]');
  await page.keyboard.type('2019');
  await page.waitForFunction(() => / of \d+$/.test(document.querySelector('main .tools-row [role="status"]')?.textContent ?? ''));
  await walk(page, 'main th button');
  await press(page, 'Enter');
  await page.waitForSelector('main th[aria-sort="ascending"]');

  await open(page, '/evidence/file');
  await walk(page, '#file');
  await page.setInputFiles('#file', { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from('indicator,as_published,value,period,source,language\nm4.rtgs_volume,RMB 20 billion,,2016,https://example.org/1,en\nm4.nothing,RMB 1 billion,,2016,https://example.org/2,en\n') });
  await page.waitForSelector('main table');
  hold(/Refused: 1/.test(await page.textContent('.done-note')), 'a refused row is told before anything is recorded');
  await walk(page, 'main form input[type="checkbox"]');
  await context.close();
}

export async function figure_and_minutes_by_keyboard() {
  const { context, page } = await visitor({ person: 'demo.coordination' });
  await open(page, '/measure/4?plan=2020');
  await walk(page, 'main a.big');
  await press(page, 'Enter');
  await page.waitForURL('**/figure?**');
  await settled(page);
  await walk(page, 'main button');
  await press(page, 'Enter');
  await walk(page, 'main button.main');
  await press(page, 'Enter');
  await page.waitForFunction(() => /The proof holds/.test(document.querySelector('main').textContent));
  await open(page, '/conference/3');
  await walk(page, 'a[href$="/minutes"], a[href*="/minutes?"]');
  await press(page, 'Enter');
  await page.waitForURL('**/minutes**');
  await context.close();
}
