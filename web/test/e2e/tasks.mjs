// What people come to do, in the order in which they do it.
import { base, hold, open, order, secret_of, settled, visitor } from './browser.mjs';

let item = '';

export async function signs_in_by_keyboard() {
  const { context, page } = await visitor();
  await open(page, '/sign-in?from=/measure/4');
  await page.focus('#person');
  await page.keyboard.type('demo.coordination');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.problem');
  hold(await page.evaluate(() => document.activeElement.id) === 'secret', 'after a wrong password the field of it has the focus');
  await page.keyboard.type(secret_of('demo.coordination'));
  await page.keyboard.press('Enter');
  await page.waitForSelector('header button:has-text("Sign out")');
  hold(new URL(page.url()).pathname === '/measure/4', 'one arrives where one wanted to go');
  hold(await page.locator('header button', { hasText: 'Sign out' }).count() === 1, 'one can sign out');
  await page.click('header button:has-text("Sign out")');
  await page.waitForSelector('header a:has-text("Sign in")');
  await context.close();
}

export async function enters_evidence_in_three_fields_under_thirty_seconds() {
  const { context, page } = await visitor({ person: 'demo.amcm_officer' });
  await open(page, '/evidence?plan=2020&indicator=m4.rtgs_volume');
  const since = Date.now();
  const number = `RMB ${100 + Math.floor(Math.random() * 800)}.${Math.floor(Math.random() * 90) + 10}bn`;
  await page.focus('#e-as_published');
  await page.keyboard.type(number);
  await page.keyboard.press('Tab');
  await page.keyboard.type('2031');
  await page.keyboard.press('Tab');
  await page.keyboard.type('https://example.org/report');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#e-period[aria-invalid="true"]');
  hold(await page.evaluate(() => document.activeElement.id) === 'e-period', 'a refused period has the focus');
  await page.reload();
  await page.waitForSelector('#e-as_published');
  hold(await page.inputValue('#e-as_published') === number, 'what was typed survives a reload');
  await page.focus('#e-period');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2019');
  await page.waitForFunction(() => /Understood as/.test(document.querySelector('#e-number-read')?.textContent ?? ''), null, { timeout: 8000 });
  await page.keyboard.press('Enter');
  await page.waitForSelector('.done-note code');
  hold(Date.now() - since < 30000, 'it took longer than half a minute');
  item = (await page.locator('aside li a').first().getAttribute('href')).replace(/^\/item\/([^?]+).*/, '$1');
  hold(item.startsWith('obs-'), 'the item is known');
  await context.close();
}

export async function the_other_side_finds_nothing_unreleased() {
  const { context, page } = await visitor({ person: 'demo.ndrc_desk' });
  await open(page, `/item/${item}`);
  hold(/There is no such item/.test(await page.textContent('main h1')), 'an internal item is not there for the other side');
  await open(page, '/search?q=example.org');
  hold(!(await page.textContent('main')).includes(item), 'nor does a search find it');
  await context.close();
}

export async function the_head_signs_off_and_another_body_verifies() {
  const head = await visitor({ person: 'demo.amcm_head' });
  await open(head.page, `/item/${item}`);
  await head.page.click('button:has-text("Sign off")');
  await head.page.waitForSelector('.done-note');
  await head.context.close();

  const verifier = await visitor({ person: 'demo.dsec_verifier' });
  await open(verifier.page, `/item/${item}`);
  await verifier.page.click('button:has-text("Refuse")');
  await verifier.page.waitForSelector('main .problem');
  await verifier.page.fill('textarea', 'Compared with the publication.');
  await verifier.page.click('button:has-text("Accept")');
  await verifier.page.waitForSelector('.done-note');
  await verifier.context.close();
}

export async function takes_the_dossier_as_word_and_previews_it() {
  const { context, page, troubles } = await visitor({ person: 'demo.coordination' });
  await open(page, '/?plan=2020');
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60000 }), page.click('a:has-text("Dossier as Word")')]);
  hold(/\.docx$/.test(download.suggestedFilename()), `a Word file, not ${download.suggestedFilename()}`);
  await open(page, '/dossier?plan=2020');
  await page.click('button:has-text("Show the preview")');
  await page.waitForFunction(() => (document.querySelector('.preview')?.shadowRoot?.textContent ?? '').length > 2000, null, { timeout: 60000 });
  hold(troubles.length === 0, [...new Set(troubles)].slice(0, 3).join('; ').slice(0, 600));
  await context.close();
}

export async function minutes_are_drafted_circulated_and_approved_by_both_sides() {
  const ours = await visitor({ person: 'demo.coordination' });
  const page = ours.page;
  const known = await page.evaluate(async () => (await (await fetch('/v1/meetings/sessions')).json()).sessions.map((one) => one.session));
  const session = Math.max(6, ...known) + 1;
  const today = await page.evaluate(async () => (await (await fetch('/v1/session')).json()).now.slice(0, 10));
  const place = { zh_hant: '澳門', zh_hans: '澳门', pt: 'Macau', en: 'Macao' };
  await order(page, 'meetings.call_session', { session, on: today, from: '10:00', to: '12:00', place, form: 'in_person', languages: ['zh_hant', 'pt'], chairs: ['office_mainland', 'office_macao'] });
  await order(page, 'meetings.fix_agenda', { session, items: [{ kind: 'opening', reference: '', titles: { zh_hant: '', zh_hans: '', pt: '', en: '' } }, { kind: 'other', reference: '', titles: { zh_hant: '其他', zh_hans: '其他', pt: 'Outros', en: 'Other' } }] });
  await order(page, 'meetings.record_attendance', { session, person: 'demo.coordination', body: 'office_macao', office: 'Secretary', attends: 'principal', display: 'Illustration' });
  await order(page, 'meetings.hold_session', { session });
  await open(page, `/conference/${session}/minutes?with=pt-PT`);
  await page.evaluate(() => localStorage.setItem('ponte.language', 'zh-Hant-MO'));
  const chinese = await visitor({ language: 'zh-Hant-MO', person: 'demo.coordination' });
  await open(chinese.page, `/conference/${session}/minutes?with=pt-PT`);
  await chinese.page.click('main button.main');
  const fields = chinese.page.locator('fieldset textarea');
  hold(await fields.count() >= 4, 'a line for each item of the agenda, in two languages');
  for (let at = 0; at < await fields.count(); at += 1) await fields.nth(at).fill(at % 2 === 0 ? `雙方主持人致辭。${at}` : `Os presidentes usaram da palavra. ${at}`);
  await chinese.page.click('main form button.main');
  await chinese.page.waitForSelector('.done-note, main .problem');
  hold(await chinese.page.locator('main .problem').count() === 0, `drafting was refused: ${await chinese.page.locator('main .problem').allTextContents()}`);
  await settled(chinese.page);
  await chinese.page.click('main .row button.main');
  await chinese.page.waitForFunction(() => /已送交雙方/.test(document.querySelector('.way [aria-current]')?.textContent ?? ''));
  await chinese.context.close();
  await ours.context.close();
  // Whoever drafted a version cannot approve it: four eyes on each side.
  for (const person of ['demo.coordination_head', 'demo.ndrc_desk']) {
    const side = await visitor({ person });
    await open(side.page, `/conference/${session}/minutes`);
    await side.page.click('button:has-text("Approve this version for my side")');
    await side.page.waitForSelector('.done-note, main .problem');
    hold(await side.page.locator('main .problem').count() === 0, `approving was refused: ${await side.page.locator('main .problem').allTextContents()}`);
    if (person === 'demo.ndrc_desk') await side.page.waitForFunction(() => /approved/.test(document.querySelector('.way [aria-current]')?.textContent ?? ''));
    await side.context.close();
  }
}

export async function follows_a_figure_to_its_proof() {
  const { context, page } = await visitor();
  await open(page, '/measure/4?plan=2020');
  await page.locator('a.big').first().click();
  await page.waitForURL('**/figure?**');
  await settled(page);
  await page.locator('button:has-text("Proof")').first().click();
  await page.click('button:has-text("Check it in this browser")');
  await page.waitForFunction(() => /The proof holds/.test(document.querySelector('main').textContent));
  await context.close();
}

export async function stands_at_another_date_on_every_page() {
  const { context, page } = await visitor();
  await open(page, '/?plan=2020');
  await page.click('header button:has-text("As it is now")');
  await page.fill('#at-field', '2020-12-31');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.remark.past');
  await settled(page);
  hold(/as at 31 December 2020/.test(await page.textContent('main')), 'the overview says the date');
  await page.locator('ol.measures a.serif').first().click();
  await page.waitForURL('**at=2020-12-31**');
  await context.close();
}

export async function walks_the_whole_overview_by_keyboard() {
  const { context, page } = await visitor({ person: 'demo.coordination' });
  await open(page, '/?plan=2020');
  const invisible = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => { const one = document.activeElement; if (!one || one === document.body) return null; const box = one.getBoundingClientRect(); const look = getComputedStyle(one); return { says: one.textContent.trim().slice(0, 30) || one.id, seen: box.width > 0 && box.height > 0 && (look.outlineStyle !== 'none' || look.boxShadow !== 'none') }; });
    if (at && !at.seen) invisible.push(at.says);
  }
  hold(invisible.length === 0, `focus not seen on: ${invisible.join(', ')}`);
  await open(page, '/?plan=2020');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  hold(await page.evaluate(() => document.activeElement.id) === 'main', 'the first stop leads past the rooms');
  await context.close();
}

export async function text_in_every_field_stays_text() {
  const { context, page } = await visitor({ person: 'demo.coordination' });
  const evil = `<img src=x onerror="window.harmed=1"><script>window.harmed=1</script> ${Date.now()}`;
  await open(page, `/search?q=${encodeURIComponent(evil)}`);
  await order(page, 'meetings.raise_problem', { titles: { en: evil, zh_hant: evil, zh_hans: evil, pt: evil }, texts: { en: evil, zh_hant: evil, zh_hans: evil, pt: evil }, severity: 'low', duties: [{ plan: '2020', measure: 22, duty: 4 }] });
  await open(page, '/problems');
  hold((await page.textContent('main')).includes('onerror'), 'it is shown as it was written');
  hold(await page.evaluate(() => window.harmed) === undefined, 'and does nothing');
  await context.close();
}
void base;
