// What a person sets for himself: keys for programs, and a password that ends what the old one opened.
import { base, hold, open, secret_of, settled, visitor } from './browser.mjs';

const person = 'demo.fdct_officer';
// What a program learns that brings the key: who it is, or nothing.
async function asked_with(key) {
  const answer = await fetch(`${base}/v1/session`, { headers: { Authorization: `Bearer ${key}` } });
  return answer.ok ? (await answer.json()).person : null;
}

export async function a_key_is_made_shown_once_and_ended() {
  const { context, page, troubles } = await visitor({ person });
  await open(page, '/settings');
  await page.waitForSelector('section[aria-labelledby="keys"] p.empty');
  await page.fill('#key-label', 'monthly-table');
  await page.fill('#key-days', '30');
  await page.click('section[aria-labelledby="keys"] form button');
  const key = (await page.textContent('section[aria-labelledby="keys"] .done-note code')).trim();
  await page.waitForSelector('section[aria-labelledby="keys"] li:has-text("monthly-table")');
  hold(await asked_with(key) === person, 'a program that brings the key is the person');
  await page.reload();
  await page.waitForSelector('section[aria-labelledby="keys"] li');
  hold(!(await page.content()).includes(key), 'the key is shown once');
  await page.click('section[aria-labelledby="keys"] li button');
  await page.waitForSelector('section[aria-labelledby="keys"] p.empty');
  hold(await asked_with(key) === null, 'an ended key opens nothing');
  hold(troubles.length === 0, troubles.join('\n'));
  await context.close();
}

export async function a_new_password_ends_every_session_and_key() {
  const { context, page } = await visitor({ person });
  const elsewhere = await visitor({ person });
  await open(page, '/settings');
  hold(/ends all your sessions/.test(await page.textContent('section[aria-labelledby="own"]')), 'one is told before');
  await page.fill('#key-label', 'a-program');
  await page.click('section[aria-labelledby="keys"] form button');
  const key = (await page.textContent('section[aria-labelledby="keys"] .done-note code')).trim();
  await page.click('section[aria-labelledby="own"] button[aria-expanded="false"]');
  await page.fill('#f-secret', secret_of(person));
  await page.click('section[aria-labelledby="own"] form button.main');
  await page.waitForSelector('a.button:has-text("Sign in")');
  const says = await page.textContent('main .done-note');
  hold(/Sessions ended: [1-9]\d*; keys ended: 1/.test(says), says);
  hold(await asked_with(key) === null, 'the key ended');
  const other = await elsewhere.page.evaluate(async () => (await (await fetch('/v1/session')).json()).person);
  hold(other === null, 'so did the session elsewhere');
  await page.click('a.button:has-text("Sign in")');
  await page.waitForSelector('#secret');
  await page.fill('#person', person);
  await page.fill('#secret', secret_of(person));
  await page.keyboard.press('Enter');
  await page.waitForSelector('header button:has-text("Sign out")');
  await settled(page);
  hold(new URL(page.url()).pathname === '/settings', 'and one is back where one was');
  hold(/^Settings · ponte$/.test(await page.title()), await page.title());
  await context.close();
  await elsewhere.context.close();
}
