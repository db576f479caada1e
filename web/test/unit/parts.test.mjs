import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { load } from './load.mjs';

const { read_schema, empty_of, outgoing } = await load('derived/schema.ts');
const { csv_of } = await load('parts/rows.ts');
const { crc32, xlsx_of } = await load('parts/xlsx.ts');
const { wished, said } = await load('base/languages.ts');
const verify = await load('journal/verify.ts');

test('a schema is read with what stands on the wire for each type', () => {
  const fields = read_schema('{plan:text measure:u16 period:{from:{day:i32} to:{day:i32}} value:{digits:i64 scale:u8}? texts:{zh_hant:text zh_hans:text pt:text en:text} lines:[{line:u16 due:{day:i32}?}] stage:internal|released? file:{bytes:octets32}}');
  assert.deepEqual(fields.map((one) => [one.name, one.shape.kind, one.optional]), [['plan', 'text', false], ['measure', 'number', false], ['period', 'period', false], ['value', 'decimal', true], ['texts', 'names', false], ['lines', 'list', false], ['stage', 'choice', true], ['file', 'digest', false]]);
  assert.deepEqual(fields[5].shape.of.fields.map((one) => one.shape.kind), ['number', 'date']);
});
test('what was left empty and may be, does not go out', () => {
  const shape = { kind: 'object', fields: read_schema('{plan:text measure:u16 note:text? names:{zh_hant:text zh_hans:text pt:text en:text} big:u64}') };
  const given = { ...empty_of(shape), plan: '2020', measure: '4', big: '9007199254740993' };
  assert.deepEqual(outgoing(shape, given, false), { plan: '2020', measure: 4, names: { zh_hant: '', zh_hans: '', pt: '', en: '' }, big: '9007199254740993' });
});
test('a table goes out as RFC 4180, and runs nothing in a spreadsheet', () => {
  assert.equal(csv_of([['a', 'b,"c"'], ['=1+1', '-5']]), '\ufeffa,"b,""c"""\r\n\'=1+1,-5\r\n');
});
test('a workbook is a ZIP whose sums are right', () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
  const octets = Buffer.from(xlsx_of([['n', 'text'], ['1.5', '<&>']]));
  assert.equal(octets.readUInt32LE(0), 0x04034b50);
  assert.ok(octets.includes('<c><v>1.5</v></c>') && octets.includes('&lt;&amp;&gt;'));
  assert.equal(octets.readUInt16LE(octets.length - 22 + 10), 5);
});
test('a browser that asks for Chinese without a script is read by its region', () => {
  assert.equal(wished(['zh-MO']), 'zh-Hant-MO');
  assert.equal(wished(['zh-SG']), 'zh-Hans-CN');
  assert.equal(wished(['fr', 'pt-BR']), 'pt-PT');
  assert.deepEqual(said({ zh_hans: '简', en: 'e' }, 'zh-Hant-MO'), { text: '简', lang: 'zh-Hans-CN' });
});
test('search folds scripts, accents and sounds', async () => {
  const { fold, take_variants } = await load('base/fold.ts');
  assert.equal(fold('Acção É'), 'accao e');
  take_variants('貿贸葡葡');
  assert.equal(fold('貿易'), fold('贸易'));
  const { sounds, take_readings } = await load('base/pinyin.ts');
  take_readings('mao贸毛 yi易一 jin金');
  assert.ok(sounds('金贸易', 'maoyi') && sounds('金贸易', 'maoy') === false && sounds('贸易', 'jin') === false);
});

const h = (...all) => createHash('sha256').update(Buffer.concat(all.map((one) => Buffer.from(one)))).digest();
test('an inclusion proof is held against RFC 6962, and one wrong octet breaks it', async () => {
  const leaves = Array.from({ length: 7 }, (_, at) => h([0], [at]));
  const root_of = (all) => { if (all.length === 1) return all[0]; let k = 1; while (k * 2 < all.length) k *= 2; return h([1], root_of(all.slice(0, k)), root_of(all.slice(k))); };
  const path = (at, all) => { if (all.length === 1) return []; let k = 1; while (k * 2 < all.length) k *= 2; return at < k ? [...path(at, all.slice(0, k)), root_of(all.slice(k))] : [...path(at - k, all.slice(k)), root_of(all.slice(0, k))]; };
  for (let at = 0; at < 7; at += 1) {
    const proof = path(at, leaves);
    const leaf = await verify.leaf_of(Uint8Array.of(at));
    assert.ok(verify.same(await verify.root_from(leaf, BigInt(at), 7n, proof), new Uint8Array(root_of(leaves))), String(at));
    const bent = proof.map((one) => Buffer.from(one));
    bent[0][0] ^= 1;
    assert.ok(!verify.same(await verify.root_from(leaf, BigInt(at), 7n, bent), new Uint8Array(root_of(leaves))));
    assert.equal(await verify.root_from(leaf, BigInt(at), 7n, proof.slice(1)), null);
  }
});
test('a checkpoint is signed by the key that one trusts, and by no other', async () => {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const key = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const hash = h(Buffer.from('example.org/log\n'), [1], key).subarray(0, 4);
  const text = `example.org/log\n7\n${Buffer.alloc(32).toString('base64')}\n`;
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, new TextEncoder().encode(text)));
  const note = `${text}\n— example.org/log ${Buffer.concat([hash, signature]).toString('base64')}\n`;
  const trusted = verify.read_key(`example.org/log+${hash.toString('hex')}+${Buffer.concat([Buffer.of(1), key]).toString('base64')}`);
  assert.equal(await verify.is_signed(verify.read_checkpoint(note), trusted), true);
  assert.equal(await verify.is_signed(verify.read_checkpoint(note.replace('\n7\n', '\n8\n')), trusted), false);
  assert.equal(await verify.is_signed(verify.read_checkpoint(note), { ...trusted, hash: '00000000' }), false);
});
