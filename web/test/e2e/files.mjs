// Files that people hand in: read first, recorded when they say so; a dry run leaves the record as it was.
import { hold, open, order, settled, visitor } from './browser.mjs';

const length_of = (page) => page.evaluate(async () => Number((await (await fetch('/v1/journal/checkpoint')).text()).split('\n')[1]));

export async function puts_a_paper_on_the_table() {
  const { context, page, troubles } = await visitor({ person: 'demo.coordination' });
  const known = await page.evaluate(async () => (await (await fetch('/v1/meetings/sessions')).json()).sessions.map((one) => one.session));
  const session = Math.max(10, ...known) + 1;
  const today = await page.evaluate(async () => (await (await fetch('/v1/session')).json()).now.slice(0, 10));
  const place = { zh_hant: '澳門', zh_hans: '澳门', pt: 'Macau', en: 'Macao' };
  await order(page, 'meetings.call_session', { session, on: today, from: '10:00', to: '12:00', place, form: 'in_person', languages: ['zh_hant', 'pt'], chairs: ['office_mainland', 'office_macao'] });
  await order(page, 'meetings.fix_agenda', { session, items: [{ kind: 'other', reference: '', titles: { zh_hant: '其他', zh_hans: '其他', pt: 'Outros', en: 'Other' } }] });
  await open(page, `/conference/${session}`);
  await page.click('button:has-text("Put a paper on the table")');
  await page.waitForSelector('#paper-file');
  await page.selectOption('#paper-item', '1');
  await page.fill('#paper-title', 'Illustrative paper');
  await page.reload();
  await settled(page);
  await page.waitForSelector('#paper-file');
  hold(await page.inputValue('#paper-title') === 'Illustrative paper' && await page.inputValue('#paper-item') === '1', 'what was typed survives a reload');
  const before = await length_of(page);
  await page.setInputFiles('#paper-file', { name: 'illustration.txt', mimeType: 'text/plain', buffer: Buffer.from(`An illustration. ${session}\n`) });
  await page.waitForSelector('.done-note code, main .problem');
  hold(await page.locator('main .problem').count() === 0, `the rehearsal was refused: ${await page.locator('main .problem').allTextContents()}`);
  hold(/would be put on the table/.test(await page.textContent('.done-note')), 'it is told before it is recorded');
  hold(await length_of(page) === before, 'a dry run recorded something');
  await page.click('form button.main:has-text("Record")');
  await page.waitForFunction(() => /is on the table/.test(document.querySelector('.done-note')?.textContent ?? ''));
  hold(await length_of(page) > before, 'it was recorded');
  const link = page.locator('a[href*="/attachment/"]').first();
  await link.waitFor();
  const content = await page.evaluate(async (address) => (await fetch(address)).text(), await link.getAttribute('href'));
  hold(content === `An illustration. ${session}\n`, `the paper comes back as it was handed in: ${content.slice(0, 40)}`);
  hold(troubles.length === 0, troubles.join('; '));
  await context.close();
}

export async function hands_translations_back() {
  const { context, page, troubles } = await visitor({ person: 'demo.coordination' });
  await open(page, '/translations?scope=indicators/2020');
  const before = await length_of(page);
  const file = await page.evaluate(async () => (await fetch('/v1/papers/translation?scope=indicators/2020&to=pt&from=en&all=&format=xlf')).text());
  hold(/<xliff/.test(file), `texts for a translator come as XLIFF: ${file.slice(0, 200)}`);
  // A document type is refused before anything of it is read.
  await page.setInputFiles('#texts-file', { name: 'x.xlf', mimeType: 'application/xliff+xml', buffer: Buffer.from('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>') });
  await page.waitForSelector('main .problem');
  hold(/xliff\.doctype/.test(await page.textContent('main .problem')), 'the refusal has its code');
  const word = `Compensação ${Date.now()}`;
  const changed = file.replace(/(<target[^>]*>)[^<]*(<\/target>)/, `$1${word}$2`).replace(/state="(initial|translated|reviewed)"/, 'state="final"');
  hold(changed !== file, `there is a target to change: ${file.slice(0, 1500)}`);
  await page.setInputFiles('#texts-file', { name: 'back.xlf', mimeType: 'application/xliff+xml', buffer: Buffer.from(changed) });
  await page.waitForSelector('section[aria-labelledby="hand-in"] .done-note, section[aria-labelledby="hand-in"] .problem:not(:has-text("doctype"))');
  hold(await page.locator('section[aria-labelledby="hand-in"] .problem').count() === 0, `refused: ${await page.locator('section[aria-labelledby="hand-in"] .problem').allTextContents()}`);
  const told = await page.textContent('section[aria-labelledby="hand-in"] .done-note');
  hold(told.includes(word) && /Texts that would change: 1/.test(told), `what would change is told: ${told.slice(0, 300)}`);
  hold(await length_of(page) === before, 'a dry run recorded something');
  await page.click('section[aria-labelledby="hand-in"] button.main');
  await page.waitForFunction(() => /Texts recorded: 1/.test(document.querySelector('section[aria-labelledby="hand-in"] .done-note')?.textContent ?? ''));
  hold(await length_of(page) > before, 'it was recorded');
  // The same file again changes nothing and records nothing; an old one is refused text by text.
  await page.click('button:has-text("Hand in another file")');
  await page.setInputFiles('#texts-file', { name: 'old.xlf', mimeType: 'application/xliff+xml', buffer: Buffer.from(changed.replace(/(<source[^>]*>)[^<]*(<\/source>)/, '$1Another source$2').replace(word, `${word} 2`)) });
  await page.waitForSelector('section[aria-labelledby="hand-in"] table');
  hold(/cli\.source/.test(await page.textContent('section[aria-labelledby="hand-in"]')), 'a changed source is refused in its row');
  hold(await page.locator('section[aria-labelledby="hand-in"] button.main[disabled]').count() === 1, 'and nothing of the file can be recorded');
  hold(troubles.length === 0, troubles.join('; '));
  await context.close();
}

export async function what_was_typed_survives_a_reload_on_every_form() {
  const { context, page } = await visitor({ person: 'demo.coordination' });
  const again = async () => { await page.waitForTimeout(200); await page.reload(); await page.waitForSelector('main h1'); await settled(page); };
  // A form opened in place, with a field in four languages, a list and a choice.
  await open(page, '/problems');
  await page.click('button:has-text("Raise a problem")');
  await page.fill('#f-titles-en', 'An illustration');
  await page.selectOption('#f-severity', 'low');
  await page.click('fieldset#f-duties button');
  await again();
  await page.waitForSelector('#f-titles-en');
  hold(await page.inputValue('#f-titles-en') === 'An illustration' && await page.inputValue('#f-severity') === 'low' && await page.locator('fieldset#f-duties .each').count() === 1, 'a form in its place opens again as it was left');
  await page.click('button:has-text("Discard it")');
  await again();
  hold(await page.locator('#f-titles-en').count() === 0, 'what was discarded does not come back');
  await open(page, '/do/planning/close_duty');
  await page.click('main form summary');
  await page.fill('#f-reason', 'Because.');
  await again();
  hold(await page.isVisible('#f-reason') && await page.inputValue('#f-reason') === 'Because.', 'so does a form on a page of its own, also what is optional');
  const item = await page.evaluate(async () => (await (await fetch('/v1/conference/queue')).json()).to_verify[0]?.item);
  if (item) {
    await open(page, `/item/${item}`);
    await page.fill('main textarea', 'A reason.');
    await again();
    hold(await page.inputValue('main textarea') === 'A reason.', 'so does the reason of a verdict');
  }
  await context.close();
}

export async function a_search_folds_scripts_sounds_and_accents() {
  const { context, page } = await visitor();
  const hits = async (text) => { await open(page, `/search?plan=2020&q=${encodeURIComponent(text)}`); await page.waitForFunction(() => /\d/.test(document.querySelector('main p[role="status"]').textContent)); return page.locator('main li a').allTextContents(); };
  const traditional = await hits('貿易');
  const simplified = await hits('贸易');
  hold(traditional.length > 0 && traditional.join() === simplified.join(), `either script finds the same: ${traditional.length} and ${simplified.length}`);
  const sound = await hits('maoyi');
  hold(traditional.every((one) => sound.includes(one)), `the sound finds what the characters find: ${sound.length} of ${traditional.length}`);
  const plain = await hits('cooperacao'), accented = await hits('cooperação');
  hold(plain.length > 0 && plain.join() === accented.join(), `accents make no difference: ${plain.length} and ${accented.length}`);
  hold((await hits('zzzzqq')).length === 0, 'and what is not there is not found');
  await context.close();
}
