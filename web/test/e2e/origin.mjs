// Origin of goods and the papers of traders; seats of training. Exporters, certificates and events here are made up.
import { writeFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hold, open, order, settled, visitor } from './browser.mjs';

const four = (text) => ({ zh_hant: text, zh_hans: text, pt: text, en: text });
const stamp = () => Date.now().toString(36);
const verdict = (page, says) => page.waitForFunction((wanted) => document.querySelector('#verdict')?.textContent.includes(wanted) && !document.querySelector('main [aria-busy="true"]'), says, { timeout: 20000 });

export async function the_origin_of_a_good_is_found_on_its_day_and_the_days_beside_it() {
  const { context, page, troubles } = await visitor();
  await open(page, '/origin');
  hold(await page.locator('main .empty').count() === 1, 'an empty sheet says how to begin');
  // By keyboard alone from the first field on: the good, its price, and a line of its bill.
  await page.focus('#good-hs');
  await page.keyboard.type('0210.11');
  await page.fill('#good-on', '2021-01-01');
  await page.focus('#good-fob');
  await page.keyboard.type('100');
  await page.focus('#good-labour');
  await page.keyboard.type('20');
  await page.focus('#bill-0-hs');
  for (const one of ['0203.11', 'swine carcasses', '40', 'MOP', 'BR']) { await page.keyboard.type(one); await page.keyboard.press('Tab'); }
  await page.selectOption('#good-consignment', 'direct');
  await verdict(page, 'It originates');
  const days = await page.locator('.days li').allTextContents();
  hold(/2020-12-31/.test(days[0]) && /does not originate/.test(days[0]) && /another answer or rule/.test(days[0]), `the day before had another rule: ${days[0]}`);
  hold(/2021-01-02/.test(days[2]) && /It originates/.test(days[2]) && /the same/.test(days[2]), `the day after has the same: ${days[2]}`);
  const shares = await page.textContent('section[aria-labelledby="shares"]');
  hold(/20 %/.test(shares) && /edge 30 %/.test(shares) && /not reached/.test(shares) && /60 %/.test(shares), 'both ways of counting stand against their edges in words');
  hold(await page.locator('.shares path.edge').count() >= 2, 'and are drawn with them');
  await page.locator('.days button').first().click();
  await verdict(page, 'It does not originate');
  hold(await page.inputValue('#good-on') === '2020-12-31', 'the date moves by a day');
  await page.reload();
  await page.waitForSelector('#good-hs');
  hold(await page.inputValue('#bill-0-description') === 'swine carcasses' && await page.inputValue('#good-fob') === '100', 'what was typed survives a reload');
  // Enter goes a line down, and what is pasted from a spreadsheet fills the cells.
  await page.focus('#bill-0-hs');
  await page.keyboard.press('Enter');
  hold(await page.evaluate(() => document.activeElement.id) === 'bill-1-hs', 'Enter goes a line down');
  await page.evaluate(() => { const data = new DataTransfer(); data.setData('text/plain', '0210.12\tbellies\t10\tMOP\tES\n0203.12\thams\t20\tMOP\tBR\n'); document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); });
  hold(await page.inputValue('#bill-2-value') === '20' && await page.inputValue('#bill-1-origin') === 'ES', 'what is pasted fills the cells');
  await page.fill('#good-on', '2021-06-30');
  await verdict(page, 'It does not originate');
  const ways = await page.textContent('section[aria-labelledby="ways"]');
  hold(/line 2 \(0210\.12\)/.test(ways) && /the least/.test(ways), `what would make it pass is said, the least first: ${ways}`);
  await page.fill('#bill-0-value', 'much');
  await page.waitForSelector('#bill-0-value[aria-invalid="true"]');
  await page.fill('#bill-0-value', '40');
  // Files: the bill goes out and comes in again; a file without its columns is refused with their names.
  const work = mkdtempSync(join(tmpdir(), 'ponte-origin-'));
  try {
    const [csv] = await Promise.all([page.waitForEvent('download'), page.click('form .tools-row button:has-text("CSV")')]);
    await csv.saveAs(join(work, 'bill.csv'));
    const text = readFileSync(join(work, 'bill.csv'), 'utf8');
    hold(text.replace('\ufeff', '').startsWith('hs,description,value,currency,origin\r\n0203.11,swine carcasses,40,MOP,BR\r\n'), `the bill as a file: ${text}`);
    const [template] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Blank CSV template")')]);
    hold(template.suggestedFilename() === 'bill-template.csv', 'there is a template');
    writeFileSync(join(work, 'no.csv'), 'code,price\n0203.11,40\n');
    await page.setInputFiles('#bill-file', join(work, 'no.csv'));
    await page.waitForFunction(() => /lacks the columns hs, value/.test(document.querySelector('form [role="status"].problem')?.textContent ?? ''));
    await page.setInputFiles('#bill-file', join(work, 'bill.csv'));
    await page.waitForFunction(() => document.querySelectorAll('.bill tbody tr').length === 3);
    hold(await page.inputValue('#bill-1-description') === 'bellies', 'the file fills the lines');
  } finally { rmSync(work, { recursive: true }); }
  hold(troubles.length === 0, [...new Set(troubles)].slice(0, 3).join('; '));
  await context.close();
}

export async function a_certificate_goes_from_application_to_its_declaration() {
  const id = stamp();
  const administrator = await visitor({ person: 'demo.administrator' });
  await order(administrator.page, 'access.grant_role', { person: 'demo.coordination_head', desk: 'origin', role: 'head' }).catch((error) => { if (!/already|granted|held/.test(error.message)) throw error; });
  await administrator.context.close();
  const officer = await visitor({ person: 'demo.coordination' });
  let page = officer.page;
  const bill = { currency: 'MOP', fob: '100', labour: '20', lines: [{ hs: '0203.11', description: 'swine carcasses', value: '40', origin: 'BR' }], processes: ['boiling_and_deboning'] };
  await order(page, 'origin.register_exporter', { exporter: `lam.${id}`, names: four('Lam (made up)'), registration: `R-${id}`, producer: true, from: '2020-01-01', evidence: 'illustration' });
  await order(page, 'origin.register_product', { product: `ham.${id}`, exporter: `lam.${id}`, factory: 'Works one (made up)', from: '2020-06-01', goods: { hs: '0210.11', description: 'dried ham (illustration)', on: '2021-01-01', bill } });
  await open(page, `/origin/traders?products.q=ham.${id}`);
  hold(/It originates/.test(await page.textContent('section[aria-labelledby="products-h"] tbody')), 'the origin of a product is found when it is registered');
  const content = { exporter: `lam.${id}`, product: `ham.${id}`, hs: '0210.11', version: 'hs2017', description: 'dried ham (illustration)', quantity: '500', unit: 'kg', value: '90000.50', currency: 'MOP', invoice: `I-${id}` };
  await order(page, 'origin.apply_certificate', { certificate: `c.${id}`, set: 'cepa-mo-2019', content, consignment: 'direct', on: '2021-03-01' });
  await open(page, '/origin/certificates');
  await page.locator(`section[aria-labelledby="due-h"] a:has-text("c.${id}"), #list-h ~ * a:has-text("c.${id}")`).first().click();
  await page.waitForURL(`**/origin/certificate?id=c.${id}`);
  await page.click('button:has-text("Check a certificate")');
  for (let at = 0; at < 4; at += 1) await page.selectOption(`[id="f-checks-${at}-result"]`, 'yes');
  hold(await page.inputValue('[id="f-checks-3-kind"]') === 'consignment', 'the form begins with the checks that are the officer’s');
  await page.click('.act form button.main');
  await page.waitForSelector('button:has-text("Issue a certificate of origin")');
  hold(/materials add up/.test(await page.textContent('section[aria-labelledby="checks-h"]')), 'the checks of the desk stand beside those of the officer');
  await page.click('button:has-text("Issue a certificate of origin")');
  const issue = async (where) => { await where.fill('#f-number', `MO-${id}`); await where.fill('#f-on', '2021-03-03'); await where.fill('#f-valid_until', '2021-08-31'); await where.click('.act form button.main'); };
  await issue(page);
  await page.waitForSelector('.act .problem');
  hold(/not_allowed|same_person/.test(await page.textContent('.act .problem')), 'whoever checked does not issue');
  await officer.context.close();
  const head = await visitor({ person: 'demo.coordination_head' });
  page = head.page;
  await open(page, `/origin/certificate?id=c.${id}`);
  await page.click('button:has-text("Issue a certificate of origin")');
  await issue(page);
  await page.waitForFunction(() => /expired/.test(document.querySelector('.way [aria-current]')?.textContent ?? ''), null, { timeout: 20000 });
  await head.context.close();
  const user = await visitor({ person: 'demo.coordination' });
  page = user.page;
  await open(page, `/origin/certificate?id=c.${id}`);
  await order(page, 'origin.use_certificate', { certificate: `c.${id}`, declaration: { number: `D-${id}`, on: '2021-03-20', ...Object.fromEntries(['hs', 'version', 'quantity', 'unit', 'value', 'currency', 'exporter', 'invoice'].map((key) => [key, content[key]])), quantity: '510' } });
  await page.reload();
  await page.waitForSelector('section[aria-labelledby="same-h"] table');
  const same = await page.locator('section[aria-labelledby="same-h"] tbody tr').allTextContents();
  hold(same.length === 8 && same.filter((row) => /differs/.test(row)).length === 1 && /500.*510/.test(same.find((row) => /differs/.test(row))), `the declaration is compared field by field: ${same.join(' | ')}`);
  hold(/used/.test(await page.textContent('.way [aria-current]')), 'the way says that it was used');
  await user.context.close();
  const stranger = await visitor();
  await open(stranger.page, `/origin/certificate?id=c.${id}`);
  hold(!/Lam|ham/.test(await stranger.page.textContent('main')), 'a visitor is told nothing of it');
  await stranger.context.close();
}

export async function a_request_for_a_rule_falls_into_its_window() {
  const id = stamp();
  const { context, page } = await visitor({ person: 'demo.coordination' });
  await order(page, 'origin.request_rule_change', { request: `r.${id}`, set: 'cepa-mo-2019', hs: '1602.49', version: 'hs2022', asked: 'CTH', reason: 'Illustration.', by: 'An association (made up)', on: '2026-05-20' });
  await open(page, '/origin/windows?on=2026-05-31');
  hold(/until 2026-09-01/.test(await page.textContent('#open-h')), 'the open window is named with its last day');
  const rows = await page.locator('section.sheet ~ * table').first().locator('tbody tr').allTextContents();
  hold(rows.length === 4 && /2026-09-01.*2027-01-01.*open/.test(rows[1]), `the windows stand in order: ${rows.join(' | ')}`);
  hold((await page.textContent('section[aria-labelledby="requests-h"] tbody')).includes(`r.${id}`) && await page.locator('figure path.request').count() >= 1, 'the request stands in the list and in the strip');
  await open(page, '/origin/windows?on=2026-09-02');
  hold(/until 2027-03-01/.test(await page.textContent('#open-h')), 'a day later the next one is open');
  await context.close();
}

export async function seats_are_taken_confirmed_attended_and_certified() {
  const id = stamp();
  const { context, page, troubles } = await visitor({ person: 'demo.coordination' });
  await order(page, 'training.plan_event', { event: `tax.${id}`, kind: 'course', titles: four('Course on treaties (illustration)'), place: 'MO', venue: 'Hall (made up)', from: '2026-05-25', to: '2026-05-26', nominations_from: '2026-05-01', nominations_to: '2026-06-01', seats: 4, quotas: [{ jurisdiction: 'PT', reserved: 2, most: 2 }, { jurisdiction: 'MZ', reserved: 1 }], days_needed: 1 });
  await open(page, '/training');
  await page.click(`a[href*="tax.${id}"]`);
  await page.waitForURL('**/training/event?**');
  await settled(page);
  hold(await page.locator('figure rect.seat.kept').count() >= 3, 'seats that are kept are drawn');
  for (const [person, jurisdiction] of [['one', 'PT'], ['two', 'PT'], ['three', 'PT'], ['four', 'MZ']]) await order(page, 'training.nominate_participant', { event: `tax.${id}`, jurisdiction, person: `made.up.${person}.${id}`, display: `Made-up ${person}`, office: 'Illustration' });
  await page.reload();
  await settled(page);
  const people = page.locator('section[aria-labelledby="people-h"] tbody tr');
  hold(await people.count() === 4 && /waiting/.test(await people.nth(2).textContent()) && /at most/.test(await people.nth(2).textContent()), `the third of two waits, and why is said: ${await people.nth(2).textContent()}`);
  await people.nth(0).locator('button:has-text("Confirm")').click();
  await people.nth(0).locator('form button.main').click();
  await page.waitForFunction(() => /confirmed/.test(document.querySelector('section[aria-labelledby="people-h"] tbody tr')?.textContent ?? ''));
  await people.nth(0).locator('.days button').first().click();
  await page.waitForFunction(() => document.querySelector('.days button')?.getAttribute('aria-pressed') === 'true', null, { timeout: 20000 });
  await page.click('button:has-text("Record an event as held")');
  await page.click('section[aria-labelledby="acts-h"] form button.main');
  await page.waitForSelector('button:has-text("Issue certificate")');
  await people.nth(0).locator('button:has-text("Issue certificate")').click();
  await page.fill('#f-certificate', `CERT-${id}`);
  await people.nth(0).locator('form button.main').click();
  await page.waitForSelector(`a:has-text("CERT-${id}")`);
  const row = await page.locator('section[aria-labelledby="seats-h"] tbody tr:has-text("Portugal")').textContent();
  // Offered, at most, nominated, seated, confirmed, waiting, attended, certificates, withdrawn, still kept.
  hold(row.replace(/\s/g, '') === 'Portugal2232111100', `the numbers of the jurisdiction: ${row}`);
  await page.click(`a:has-text("CERT-${id}")`);
  await page.waitForURL('**/training?certificate=**');
  await page.waitForFunction(() => /valid/.test(document.querySelector('section[aria-labelledby="true-h"]')?.textContent ?? ''));
  hold(!/Made-up/.test(await page.textContent('section[aria-labelledby="true-h"]')), 'a certificate is verified without a name');
  hold(troubles.length === 0, [...new Set(troubles)].slice(0, 3).join('; '));
  await context.close();
}
