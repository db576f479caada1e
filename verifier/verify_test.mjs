// Runs the page's own check under node: `node verifier/verify_test.mjs <folder of bundles>`. The bundles
// are left there by tests/verifier_page_test.cpp; good_* must pass, bad_<what>.<code>.bundle must be refused
// with that code, and every forgery made here must be refused too.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import vm from 'node:vm';

const page = fs.readFileSync(new URL('verify.html', import.meta.url), 'utf8');
const scripts = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((found) => found[1]);
const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((found) => found[1]);
vm.runInThisContext(scripts[0]);
const { verify, sha256, sha512, signatureHolds, hexOf, printed, periodText } = globalThis.PonteBundle;

const folder = process.argv[2];
const names = folder ? fs.readdirSync(folder).filter((name) => name.endsWith('.bundle')).sort() : [];
const load = (name) => new Uint8Array(fs.readFileSync(path.join(folder, name)));
const hash = (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');
const said = (result) => (result.ok ? '' : `${result.code} line ${result.line}: ${result.subject}`);

// A forger puts the last line right.
function ended(bytes) {
  const body = Buffer.from(bytes).subarray(0, bytes.length - 69);
  return new Uint8Array(Buffer.concat([body, Buffer.from(`end\t${hash(body)}\n`)]));
}

test('the page asks nothing of the world', () => {
  const quoted = (text) => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)[1];
  assert.ok(policy.startsWith("default-src 'none';"), policy);
  assert.equal(/script-src ([^;]*);/.exec(policy)[1], scripts.map(quoted).join(' '));
  assert.equal(/style-src ([^;]*);/.exec(policy)[1], styles.map(quoted).join(' '));
  assert.ok(!/<(link|img|iframe|object|embed)\b|\bfetch\(|XMLHttpRequest|WebSocket|\bimport\b/.test(page));
});

test('hashes and signatures are those of the standards', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 111, 112, 119, 120, 128, 1000]) {
    const bytes = crypto.randomBytes(length);
    assert.equal(hexOf(sha256(bytes)), hash(bytes));
    assert.equal(hexOf(sha512(bytes)), crypto.createHash('sha512').update(bytes).digest('hex'));
  }
  const { publicKey, privateKey } = crypto.generateKeyPairSync('ed25519');
  const key = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
  const message = new Uint8Array(crypto.randomBytes(200));
  const signature = new Uint8Array(crypto.sign(null, message, privateKey));
  assert.ok(signatureHolds(key, message, signature));
  for (const at of [0, 31, 32, 63]) {
    const other = signature.slice();
    other[at] ^= 1;
    assert.ok(!signatureHolds(key, message, other));
  }
  const beyond = signature.slice();  // The same s plus the order of the group: another spelling, refused.
  const order = (1n << 252n) + 27742317777372353535851937790883648493n;
  let s = beyond.subarray(32).reduceRight((n, b) => (n << 8n) | BigInt(b), 0n) + order;
  for (let i = 32; i < 64; i += 1) { beyond[i] = Number(s & 255n); s >>= 8n; }
  assert.ok(!signatureHolds(key, message, beyond));
  assert.ok(!signatureHolds(Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0)), message, signature));
});

test('numbers and periods print as the page says', () => {
  const shown = (digits, scale, places) => printed({ digits, scale }, places);
  assert.equal(shown(-505n, 2, 1), '-5.1');
  assert.equal(shown(1225n, 2, 1), '12.3');
  assert.equal(shown(-5n, 2, 1), '-0.1');
  assert.equal(shown(-4n, 2, 1), '0.0');
  assert.equal(shown(7n, 0, 2), '7.00');
  assert.equal(shown(9223372036854775807n, 0, 2), '9223372036854775807');
  const day = (text) => Date.parse(`${text}T00:00:00Z`) / 86400000;
  const named = (from, to) => periodText({ from: day(from), to: day(to) });
  assert.equal(named('2020-01-01', '2020-12-31'), '2020');
  assert.equal(named('2020-07-01', '2020-12-31'), '2020-H2');
  assert.equal(named('2020-04-01', '2020-06-30'), '2020-Q2');
  assert.equal(named('2020-02-01', '2020-02-29'), '2020-02');
  assert.equal(named('2020-02-02', '2020-02-02'), '2020-02-02');
  assert.equal(named('2020-02-01', '2020-02-28'), '2020-02-01/2020-02-28');
});

test('what is no bundle at all is refused, never a crash', () => {
  for (const text of ['', '\n', 'end', 'ponte-bundle/1\n', 'ponte-bundle/1\nend\t\n', 'x'.repeat(200)]) {
    assert.equal(verify(new TextEncoder().encode(text)).code, 'bundle.unreadable');
  }
});

if (folder) {
  test('there are bundles to look at', () => {
    assert.ok(names.filter((name) => name.startsWith('good_')).length >= 8);
    assert.ok(names.filter((name) => name.startsWith('bad_')).length >= 20);
  });

  for (const name of names.filter((one) => one.startsWith('good_'))) {
    test(`${name} passes`, () => {
      const begin = performance.now();
      const result = verify(load(name));
      assert.ok(result.ok, said(result));
      assert.equal(result.passed.length, 9);
      assert.ok(verify(load(name), result.bundle.key).ok);
      if (name === 'good_large.bundle') console.log(`large bundle checked in ${Math.round(performance.now() - begin)} ms (twice)`);
    });
  }

  for (const name of names.filter((one) => one.startsWith('bad_'))) {
    test(`${name} is refused for its reason`, () => {
      const result = verify(load(name));
      assert.equal(result.ok, false);
      assert.equal(result.code, /\.(bundle\.[a-z_]+)\.bundle$/.exec(name)[1]);
      assert.ok(result.line >= 1);
    });
  }

  test('another key than the bundle\'s is refused', () => {
    assert.equal(verify(load('good_little.bundle'), 'other+00000000+AAAA').code, 'bundle.key_differs');
  });

  test('every changed byte is refused, also when the digest is made again', () => {
    const bytes = load('good_little.bundle');
    for (let i = 0; i < bytes.length; i += 1) {
      const forged = bytes.slice();
      forged[i] ^= [0x01, 0x20, 0x80][i % 3];
      assert.ok(!verify(forged).ok, `byte ${i}`);
      if (i < bytes.length - 69) assert.ok(!verify(ended(forged)).ok, `byte ${i}, digest made again`);
    }
  });

  test('every line dropped, doubled or moved is refused', () => {
    const lines = Buffer.from(load('good_little.bundle')).toString('utf8').split(/(?<=\n)/);
    const refused = (some, what) => assert.ok(!verify(ended(new Uint8Array(Buffer.from(some.join(''))))).ok, what);
    for (let i = 0; i + 1 < lines.length; i += 1) {
      const before = lines.slice(0, i);
      refused([...before, ...lines.slice(i + 1)], `without line ${i + 1}`);
      refused([...before, lines[i], ...lines.slice(i)], `twice line ${i + 1}`);
      if (i + 2 < lines.length) refused([...before, lines[i + 1], lines[i], ...lines.slice(i + 2)], `moved line ${i + 1}`);
    }
  });
}
