// A stand-in for the service while it does not exist: speaks its contract by calling the command line on a
// journal. For development only; it takes anybody's word for who he is.
//   node dev/proxy.mjs --ponte BINARY --journal J [--port 8787] [--bundles DIR]
import { createServer } from 'node:http';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash, randomBytes } from 'node:crypto';

const option = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : process.argv[at + 1]; };
const ponte = resolve(option('ponte', '../build/release/src/ponte'));
const journal = resolve(option('journal', '../out/demo.journal'));
const port = Number(option('port', '8787'));
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'web/dist');
const csp = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

const sessions = new Map();
const listeners = new Set();
const replies = new Map();
let size = 0;

function run(args) {
  return new Promise((done) => {
    const child = spawn(ponte, args, { cwd: root });
    const out = [], err = [];
    child.stdout.on('data', (one) => out.push(one));
    child.stderr.on('data', (one) => err.push(one));
    child.on('close', (code) => done({ code, out: Buffer.concat(out), err: Buffer.concat(err).toString() }));
  });
}
// One at a time: the journal has one writer, and the command line opens it anew each time.
let chain = Promise.resolve();
const one_by_one = (does) => { const next = chain.then(does, does); chain = next.catch(() => {}); return next; };

const statuses = { correct: 422, ask: 403, reread: 409, wait: 503 };
const json = (res, status, value, headers = {}) => {
  res.writeHead(status, { 'Content-Type': 'application/json', 'Ponte-Sequence': String(size), ...headers });
  res.end(typeof value === 'string' ? value : JSON.stringify(value));
};
const problem = (res, status, code, title, more = {}) => json(res, status, { type: `/problems/${code}`, code, title, status, ...more }, { 'Content-Type': 'application/problem+json' });
function refused(res, answer) {
  let said;
  try { said = JSON.parse(answer.out).refused; } catch { /* a fault */ }
  if (!said) return problem(res, 500, 'service.fault', answer.err.trim() || 'fault');
  const remedies = { correct: 'Please correct it.', ask: 'Somebody with another role must act.', reread: 'Please look again, then decide.', wait: 'Please wait and try again.' };
  return problem(res, said.remedy === 'ask' ? 403 : (statuses[said.remedy] ?? 422), said.code, said.words ?? said.code, { remedy: remedies[said.remedy], subject: said.subject, ...(said.place?.startsWith('/') ? { pointer: said.place } : {}) });
}
const body_of = async (req) => { const all = []; for await (const one of req) all.push(one); return Buffer.concat(all); };
const cookie = (req) => /ponte=([a-f0-9]+)/.exec(req.headers.cookie ?? '')?.[1];
const who = (req) => sessions.get(cookie(req));
const as = (req) => (who(req) ? ['--as', who(req).person] : ['--public']);

async function measure() {
  const answer = await run(['--journal', journal, 'journal', 'stat']);
  try { size = Number(JSON.parse(answer.out).size); } catch { /* busy */ }
}
async function session_of(req) {
  const mine = who(req);
  const base = { sequence: size, now: option('now', '2025-12-31T15:00:00Z'), simulated: true };
  if (!mine) return { person: null, ...base };
  return { ...mine, ...base };
}

const forms = async (which) => {
  const answer = await run([which]);
  return answer.out.toString().trim().split('\n').map((line) => {
    const [, name, rest] = /^(\S+) (.*)$/.exec(line);
    if (which === 'commands') return { name, schema: rest };
    const [asks, answers] = rest.split(' -> ');
    return { name, asks, answers };
  });
};

async function paper(res, args, type, name, inline) {
  const folder = await mkdtemp(join(tmpdir(), 'ponte-'));
  const file = join(folder, 'paper');
  const answer = await one_by_one(() => run(['--journal', journal, ...args, '--out', file]));
  if (answer.code !== 0) { await rm(folder, { recursive: true }); return refused(res, answer); }
  const content = await readFile(file);
  await rm(folder, { recursive: true });
  res.writeHead(200, { 'Content-Type': type, 'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename="${name}"`, 'Content-Length': content.length });
  res.end(content);
}
const types = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf', html: 'text/html; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json', bundle: 'application/octet-stream', ics: 'text/calendar' };
const short = (lang) => ({ 'zh-Hant-MO': 'zh-Hant', 'zh-Hans-CN': 'zh-Hans', 'pt-PT': 'pt' })[lang] ?? lang;

async function api(req, res, url) {
  const parts = url.pathname.split('/').slice(2);
  const q = url.searchParams;
  if (parts[0] === 'session') {
    if (req.method === 'POST') {
      const { person, secret } = JSON.parse(await body_of(req));
      const people = JSON.parse((await one_by_one(() => run(['--journal', journal, 'query', 'access.people', '--json', '--as', person]))).out).people ?? [];
      const mine = people.find((one) => one.person === person);
      if (!mine || secret === 'wrong') return problem(res, 401, 'access.sign_in_failed', 'This person and password do not go together.', { remedy: 'Please try again, or ask an administrator.', pointer: '/secret' });
      const token = randomBytes(16).toString('hex');
      sessions.set(token, { person, display: person, body: mine.body, side: mine.side, roles: mine.roles.map((one) => ({ desk: one.split(':')[0], role: one.split(':')[1] })), csrf: randomBytes(12).toString('hex'), asserted: true });
      res.setHeader('Set-Cookie', `ponte=${token}; HttpOnly; SameSite=Strict; Path=/`);
      req.headers.cookie = `ponte=${token}`;
      return json(res, 200, await session_of(req));
    }
    if (req.method === 'DELETE') { sessions.delete(cookie(req)); return json(res, 200, {}); }
    return json(res, 200, await session_of(req));
  }
  if (url.pathname === '/v1/commands') return json(res, 200, await forms('commands'));
  if (url.pathname === '/v1/queries') return json(res, 200, await forms('queries'));
  if (url.pathname === '/v1/duties') return json(res, 200, { duties: JSON.parse(await readFile(join(root, 'web/generated/duties.json'), 'utf8')).map((one) => ({ measure: String(one.measure), duty: String(one.duty), state: one.state, command: one.commands.join('; ') })) });
  if (url.pathname === '/v1/events') {
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    res.write(': here\n\n');
    listeners.add(res);
    req.on('close', () => listeners.delete(res));
    return undefined;
  }
  if (parts[0] === 'dossier') {
    const format = q.get('format') ?? 'docx';
    return paper(res, ['dossier', '--plan', q.get('plan') ?? '2020', '--lang', short(q.get('lang') ?? 'en'), '--audience', q.get('audience') === 'everyone' ? 'public' : (q.get('audience') ?? 'public'), '--format', format, ...(q.get('at') ? ['--at', q.get('at')] : [])], types[format], `dossier.${format}`, format === 'html');
  }
  if (parts[0] === 'papers') {
    const format = q.get('format') ?? 'docx';
    const lang = ['--lang', short(q.get('lang') ?? 'en'), '--format', format];
    if (parts[1] === 'session' && parts[2].endsWith('.ics')) return paper(res, ['session', 'ics', parts[2].slice(0, -4), '--lang', 'en', ...as(req)], types.ics, 'session.ics', false);
    if (parts[1] === 'session') return paper(res, ['session', parts[3], parts[2], ...lang, ...(q.get('with') ? ['--with', short(q.get('with'))] : []), ...as(req)], types[format], `${parts[3]}.${format}`, format === 'html');
    if (parts[1] === 'list') return paper(res, ['list', 'form', parts[2], ...lang, ...as(req)], types[format], `list.${format}`, format === 'html');
    if (parts[1] === 'compare') return paper(res, ['compare', '--from', q.get('from'), '--to', q.get('to') ?? String(size), ...lang, ...as(req)], types[format], `changes.${format}`, format === 'html');
    if (parts[1] === 'round') return paper(res, ['round', 'form', parts[2], parts[4], ...lang, ...as(req)], types[format], `form.${format}`, false);
  }
  if (parts[0] === 'files') {
    const folder = await mkdtemp(join(tmpdir(), 'ponte-'));
    const file = join(folder, `file${extname(decodeURIComponent(req.headers['x-ponte-file-name'] ?? '.csv'))}`);
    await writeFile(file, await body_of(req));
    const answer = await one_by_one(() => run(['--journal', journal, 'import', file, '--json', ...as(req), ...(q.get('dry_run') ? ['--dry-run'] : [])]));
    await rm(folder, { recursive: true });
    if (answer.code !== 0 && !answer.out.length) return refused(res, answer);
    const said = JSON.parse(answer.out);
    return json(res, 200, said);
  }
  if (parts[0] === 'journal' && parts[1] === 'checkpoint') { const a = await run(['--journal', journal, 'journal', 'checkpoint']); res.writeHead(200, { 'Content-Type': 'text/plain' }); return res.end(a.out); }
  if (parts[0] === 'journal' && parts[1] === 'proof') { const a = await run(['--journal', journal, 'journal', 'prove', parts[2]]); res.writeHead(a.code ? 404 : 200, { 'Content-Type': 'text/plain' }); return res.end(a.out); }
  if (parts[0] === 'journal' && parts[1] === 'entries') { const a = await run(['--journal', journal, 'journal', 'show', parts[2], '--json']); if (a.code) return problem(res, 404, 'journal.entry_unknown', 'There is no such entry for this reader.'); return json(res, 200, a.out.toString()); }
  if (parts[0] === 'words') return problem(res, 404, 'words.not_here', 'Not in the stand-in.');
  if (parts.length !== 2) return problem(res, 404, 'service.not_found', 'There is nothing at this address.');
  const name = `${parts[0]}.${parts[1]}`;
  if (req.method === 'GET') {
    const at = q.get('at') ? ['--at', q.get('at')] : [];
    const pairs = [...q].filter(([key]) => key !== 'at').map(([key, value]) => `${key}=${value}`);
    const answer = await one_by_one(() => run(['--journal', journal, 'query', name, ...pairs, '--json', ...at, ...as(req)]));
    if (answer.code !== 0) return refused(res, answer);
    const text = answer.out.toString();
    const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 24)}"`;
    if (req.headers['if-none-match'] === etag) { res.writeHead(304, { ETag: etag, 'Ponte-Sequence': String(size) }); return res.end(); }
    return json(res, 200, text, { ETag: etag });
  }
  const mine = who(req);
  if (!mine) return problem(res, 401, 'access.not_signed_in', 'Please sign in first.');
  if (req.headers['x-ponte-csrf'] !== mine.csrf) return problem(res, 403, 'access.csrf', 'The request did not come from this page.');
  const key = req.headers['idempotency-key'];
  if (!key) return problem(res, 400, 'service.no_idempotency_key', 'An idempotency key is needed.');
  if (replies.has(key)) return json(res, 200, replies.get(key));
  const given = JSON.parse(await body_of(req));
  const pairs = Object.entries(given).map(([field, value]) => `${field}=${typeof value === 'object' && value !== null ? JSON.stringify(value) : value}`);
  const dry = q.get('dry_run') === 'true';
  const answer = await one_by_one(() => run(['--journal', journal, 'ask', name, ...pairs, '--json', ...as(req), ...(dry ? ['--dry-run'] : [])]));
  if (answer.code !== 0) return refused(res, answer);
  const said = JSON.parse(answer.out);
  const value = { ...said, dry_run: dry, repeated: said.repeated ?? false, events: said.events ?? [] };
  if (!dry) {
    replies.set(key, value);
    await measure();
    for (const one of listeners) one.write(`id: ${said.sequence}\nevent: recorded\ndata: ${JSON.stringify({ sequence: said.sequence, size, time: said.time })}\n\n`);
  }
  return json(res, 200, value);
}

const media = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };
async function page(res, path) {
  const file = join(dist, path.includes('..') ? '' : path);
  const found = extname(path) && (await stat(file).catch(() => null))?.isFile() ? file : join(dist, 'index.html');
  res.writeHead(200, { 'Content-Type': media[extname(found)] ?? 'application/octet-stream', 'Content-Security-Policy': csp });
  createReadStream(found).pipe(res);
}

await measure();
createServer((req, res) => {
  const url = new URL(req.url, `http://127.0.0.1:${port}`);
  const work = url.pathname === '/verify' ? readFile(join(root, 'verifier/verify.html')).then((text) => { res.writeHead(200, { 'Content-Type': media['.html'] }); res.end(text); })
    : url.pathname.startsWith('/v1/') ? api(req, res, url) : page(res, decodeURIComponent(url.pathname));
  Promise.resolve(work).catch((error) => { if (!res.headersSent) problem(res, 500, 'service.fault', String(error)); });
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/ on ${journal}, ${size} entries`));
