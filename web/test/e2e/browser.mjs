// A real browser on a running service: options, sign-in, and small helpers that the tasks share.
import { readFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const option = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : process.argv[at + 1]; };
export const base = option('base', 'http://127.0.0.1:8480').replace(/\/$/, '');
export const only = option('only', '');
export const shots = option('shots', '');
export const languages = option('languages', 'zh-Hant-MO,zh-Hans-CN,pt-PT,en').split(',');
const logins_file = option('logins', fileURLToPath(new URL('../../../out/logins.txt', import.meta.url)));
const logins = new Map(existsSync(logins_file) ? readFileSync(logins_file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.trim().split(/\s+/)) : []);
export const secret_of = (person) => logins.get(person) ?? process.env.PONTE_SECRET ?? '';

export const browser = await chromium.launch({ executablePath: option('chromium', '/usr/bin/chromium'), args: ['--no-sandbox'] });

export async function visitor({ language = 'en', theme = 'light', width = 1280, person = '' } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, locale: language, acceptDownloads: true });
  await context.addInitScript((tag) => localStorage.setItem('ponte.language', tag), language);
  const page = await context.newPage();
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (said) => { if (said.type() === 'error' && !/status of (4|5)\d\d/.test(said.text())) troubles.push(`console: ${said.text().slice(0, 200)}`); });
  if (person) {
    await page.goto(`${base}/settings`);
    const status = await page.evaluate(async ([who, secret]) => (await fetch('/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ person: who, secret }) })).status, [person, secret_of(person)]);
    if (status !== 200) throw new Error(`${person} could not sign in (${status}); is --logins right?`);
  }
  return { context, page, troubles };
}

// A screen is here when its head stands and nothing says that it is still on its way.
export async function open(page, path) {
  await page.goto(base + path);
  await page.waitForSelector('main h1', { timeout: 20000 }).catch(async () => { throw new Error(`${path}: no head stands; it says: ${(await page.textContent('main'))?.trim().slice(0, 200)}`); });
  await settled(page);
}
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector('main .busy, main [aria-busy="true"]'), null, { timeout: 20000 });
  await page.waitForTimeout(120);
}
// As by a link inside the app: quicker than loading it anew, and what people do.
export async function follow(page, path) {
  await page.evaluate((to) => { const link = document.createElement('a'); link.href = to; document.body.append(link); link.click(); link.remove(); }, path);
  await page.waitForFunction((to) => decodeURI(location.pathname + location.search) === to, path.split('#')[0], { timeout: 20000 });
  await page.waitForSelector('main h1', { timeout: 20000 }).catch(async () => { throw new Error(`${path}: no head stands; it says: ${(await page.textContent('main'))?.trim().slice(0, 200)}`); });
  await settled(page);
}
// A command by the interface, as the page's own person: for the parts of a task that are not what is tested.
export async function order(page, command, given) {
  return page.evaluate(async ([path, body]) => {
    const session = await (await fetch('/v1/session')).json();
    const answer = await fetch(`/v1/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), 'X-Ponte-Csrf': session.csrf }, body: JSON.stringify(body) });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${said.code} ${said.title} ${said.pointer ?? ''}`);
    return said;
  }, [command.replace('.', '/'), given]);
}
export function hold(fact, says) { if (!fact) throw new Error(says); }
