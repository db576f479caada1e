// Long lists in pages, and the record checked in the browser.
import { readFileSync } from 'node:fs';
import { follow, hold, open, order, settled, visitor } from './browser.mjs';

export async function a_long_list_comes_in_pages_and_goes_out_whole() {
  const { context, page, troubles } = await visitor({ person: 'demo.coordination' });
  const all = await page.evaluate(async () => (await (await fetch('/v1/conference/items')).json()).items.map((one) => one.says));
  await open(page, '/items');
  hold(await page.locator('main tbody tr').count() === 50 && all.length > 100, 'a page of fifty');
  const first = await page.locator('main tbody tr').first().textContent();
  await page.click('button:has-text("Next page")');
  await page.waitForURL('**items.from=**');
  await settled(page);
  await page.waitForFunction((was) => document.querySelector('main tbody tr').textContent !== was, first);
  const second = await page.locator('main tbody tr').first().textContent();
  hold(second.includes(all[50].slice(0, 20)), `the second page begins with the 51st: ${second.slice(0, 60)} / ${all[50].slice(0, 60)}`);
  const link = page.url();
  await page.goBack();
  await page.waitForFunction((was) => document.querySelector('main tbody tr').textContent === was, first);
  await page.goto(link);
  await settled(page);
  await page.waitForFunction((was) => document.querySelector('main tbody tr')?.textContent === was, second);
  // What is filtered is looked for in the whole list, and goes into the file whole.
  const word = all.at(-1).split(' ')[0];
  await page.fill('main input[type="search"]', word);
  await page.waitForFunction((count) => new RegExp(` of ${count}$`).test(document.querySelector('main .tools-row [role="status"]')?.textContent ?? ''), all.length);
  const told = Number((await page.textContent('main .tools-row [role="status"]')).split(' ')[0]);
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("CSV")')]);
  const rows = readFileSync(await file.path(), 'utf8').split('\r\n').length - 2;
  hold(told > 0 && told < all.length && rows >= told, `${told} found, ${rows} rows in the file`);
  await page.fill('main input[type="search"]', '');
  await settled(page);
  const [whole] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("CSV")')]);
  const text = readFileSync(await whole.path(), 'utf8');
  hold(all.every((one) => text.includes(one.replaceAll('"', '""')) || /^[=+@-]/.test(one)), 'without a filter every item goes out, not only the page');
  await page.selectOption('main select', 'published');
  await page.waitForURL('**stage=published**');
  await page.waitForFunction(() => { const all = [...document.querySelectorAll('main tbody tr td[data-label="Stage"]')]; return all.length > 0 && all.every((one) => /^public$/.test(one.textContent.trim())); });
  for (const path of ['/problems', '/translations', '/journal']) { await open(page, path); hold(await page.locator('main .problem').count() === 0, `${path}: ${await page.locator('main .problem').allTextContents()}`); }
  await open(page, '/journal');
  await page.locator('section[aria-labelledby="entries"] tbody tr').first().waitFor();
  hold(await page.locator('section[aria-labelledby="entries"] tbody tr').count() === 25, 'entries come in pages too');
  await page.selectOption('section[aria-labelledby="entries"] select', 'directory.');
  await page.waitForFunction(() => { const all = [...document.querySelectorAll('section[aria-labelledby="entries"] tbody code')].map((one) => one.textContent); return all.length > 0 && all.every((one) => one.startsWith('directory.')); });
  hold(troubles.length === 0, troubles.join('; '));
  await context.close();
}

export async function a_bundle_and_the_whole_record_are_checked_in_the_browser() {
  const { context, page, troubles } = await visitor({ person: 'demo.coordination' });
  const key = await page.evaluate(async () => (await (await fetch('/v1/journal/key')).text()).trim());
  await open(page, '/journal?plan=2020');
  await page.fill('section[aria-labelledby="key"] input', key);
  await page.keyboard.press('Tab');
  await page.click('section[aria-labelledby="whole"] button');
  await page.waitForSelector('section[aria-labelledby="whole"] .done-note', { timeout: 60000 });
  const whole = await page.textContent('section[aria-labelledby="whole"] .done-note');
  hold(/give the checkpoint’s root/.test(whole) && /is signed by/.test(whole), whole);
  await order(page, 'conference.freeze_dossier', { plan: '2020', audience: 'macao' });
  await page.click('section[aria-labelledby="bundle"] button');
  await page.waitForSelector('section[aria-labelledby="bundle"] :is(.done-note, .problem)', { timeout: 120000 });
  const said = await page.textContent('section[aria-labelledby="bundle"]');
  hold(/The bundle holds/.test(said) && /The key is the one you trust/.test(said) && /is signed by/.test(said), said.slice(0, 600));
  hold(/✓ done · Other side/.test(said) && /not done · Public/.test(said) && /not done · Auditor/.test(said), `the level that was checked is said: ${said.slice(-400)}`);
  // One octet of one row another: refused, with its line.
  const octets = await page.evaluate(async (at) => Array.from(new Uint8Array(await (await fetch(at)).arrayBuffer())), '/v1/dossier?plan=2020&audience=macao&format=bundle&lang=en');
  const bent = Buffer.from(octets);
  bent[Math.floor(bent.length * 0.8)] ^= 1;
  await page.setInputFiles('section[aria-labelledby="bundle"] input[type="file"]', { name: 'bent.bundle', mimeType: 'application/octet-stream', buffer: bent });
  await page.waitForSelector('section[aria-labelledby="bundle"] .problem', { timeout: 60000 });
  const refused = await page.textContent('section[aria-labelledby="bundle"]');
  hold(/does not hold/.test(refused) && /bundle\./.test(refused) && !/✓ done/.test(refused), refused.slice(0, 300));
  // Another log's key: the bundle may be whole and is still not of the log that one trusts.
  await page.fill('section[aria-labelledby="key"] input', key.replace(/^[^+]+/, 'another.example'));
  await page.keyboard.press('Tab');
  await page.setInputFiles('section[aria-labelledby="bundle"] input[type="file"]', { name: 'good.bundle', mimeType: 'application/octet-stream', buffer: Buffer.from(octets) });
  await page.waitForFunction(() => /key_differs/.test(document.querySelector('section[aria-labelledby="bundle"]').textContent), null, { timeout: 60000 });
  hold(troubles.length === 0, troubles.join('; '));
  await context.close();
}

// Two addresses of one kind of screen are two screens: nothing of the first stands under the name of the second.
export async function one_derived_screen_after_another_shows_its_own() {
  const { context, page, troubles } = await visitor({ person: 'demo.coordination' });
  await open(page, '/see/origin/terms');
  await page.waitForSelector('main table');
  await follow(page, '/see/accords/coverage');
  await page.waitForSelector('main form');
  hold(/^Coverage/.test(await page.textContent('main h1')), 'its name');
  hold(await page.locator('#f-partners').count() === 1 && await page.locator('#f-of_any_day').count() === 0, 'its own form');
  hold(!(await page.textContent('main')).includes('cepa-mo-2019'), 'and not the answer of the screen before');
  await follow(page, '/do/training/plan_event');
  await page.waitForSelector('main form #f-venue');
  await follow(page, '/do/withholding/withdraw_terms');
  await page.waitForSelector('main form #f-reason');
  hold(await page.locator('#f-venue').count() === 0, 'so with the forms of commands');
  hold(troubles.length === 0, troubles.join('\n'));
  await context.close();
}
