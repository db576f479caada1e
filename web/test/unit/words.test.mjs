// The words: every language has every word with the same gaps to fill, and no screen says a word that none has.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const tags = ['zh-Hant-MO', 'zh-Hans-CN', 'pt-PT', 'en'];
const read = (folder) => Object.fromEntries(tags.map((tag) => [tag, JSON.parse(readFileSync(`${root}words/${folder}${tag}.json`, 'utf8'))]));
const sources = readdirSync(root, { recursive: true }).filter((one) => /\.(svelte|ts)$/.test(one)).map((one) => readFileSync(join(root, one), 'utf8')).join('\n');

for (const folder of ['', 'derived/', 'agreements/', 'origin/', 'training/']) {
  const words = read(folder);
  test(`words/${folder} has the same words in all languages`, () => {
    const keys = Object.keys(words.en).sort();
    for (const tag of tags) assert.deepEqual(Object.keys(words[tag]).sort(), keys, tag);
  });
  test(`words/${folder} has the same gaps, and nothing empty`, () => {
    for (const [key, text] of Object.entries(words.en)) {
      const gaps = (one) => [...new Set(one.match(/\{\d\}/g) ?? [])].sort().join();
      for (const tag of tags) {
        assert.ok(words[tag][key].trim(), `${tag} ${key}`);
        assert.equal(gaps(words[tag][key]), gaps(text), `${tag} ${key}`);
      }
    }
  });
  test(`words/${folder} keeps the scripts apart`, () => {
    for (const [key, text] of Object.entries(words['zh-Hans-CN'])) assert.ok(!/[「」個們設計說這會議記錄進]/.test(text) || /[一]帶/.test(text), `zh-Hans-CN ${key}: ${text}`);
    for (const tag of ['pt-PT', 'en']) for (const [key, text] of Object.entries(words[tag])) assert.ok(key === 'evidence.number.hint' || !/[\u4e00-\u9fff]/.test(text), `${tag} ${key}: ${text}`);
  });
}
test('every word that a screen names is there', () => {
  const words = { ...read('derived/').en, ...read('agreements/').en, ...read('origin/').en, ...read('training/').en, ...read('').en };
  for (const [, key] of sources.matchAll(/\bt\('([a-z][\w.-]*)'/g)) assert.ok(key in words, key);
  for (const [, group, value] of sources.matchAll(/\bword\('([\w]+)', '([\w.]+)'/g)) assert.ok(`${group}.${value}` in words, `${group}.${value}`);
});

// What the service speaks, as its contract and the golden schemas of its entries have it.
const house = new URL('../../../', import.meta.url);
const contract = readFileSync(new URL('contract/ponte.ts', house), 'utf8');
const shapes = new Map([...contract.matchAll(/^export interface (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name, inside]) => [name, [...inside.matchAll(/^  (\w+|"[\w.]+")\??: (.*);$/gm)].map(([, field, type]) => [field.replaceAll('"', ''), type])]));
// Read by people as one value (a text in four languages), so its members have no words of their own here.
const whole = new Set(['Names']);
function* said_by(shape, desk, seen = new Set()) {
  if (seen.has(shape) || whole.has(shape)) return;
  seen.add(shape);
  for (const [field, type] of shapes.get(shape)) {
    yield [desk, 'field', field];
    for (const [, value] of type.matchAll(/"(\w+)"/g)) yield [desk, 'choice', value];
    for (const [inner] of type.replace(/"\w+"/g, '').matchAll(/[A-Z]\w+/g)) if (shapes.has(inner)) yield* said_by(inner, desk, seen);
  }
}
const roots = [...shapes.get('Commands').map(([name, type]) => [name, 'command', type]), ...shapes.get('Queries').map(([name, type]) => [name, 'query', type])];
test('every command, query, field and value of the contract has words in every language', () => {
  assert.ok(roots.length > 300 && shapes.size > 600, `${roots.length} commands and queries, ${shapes.size} shapes: the contract was not read`);
  const wanted = new Map();
  for (const [name, group, type] of roots) {
    const desk = name.split('.')[0];
    wanted.set(`${group}.${name}`, [`${group}.${name}`]);
    wanted.set(`desk.${desk}`, [`desk.${desk}`]);
    for (const [shape] of type.matchAll(/[A-Z]\w+/g)) for (const [at, kind, value] of said_by(shape, desk)) wanted.set(`${kind}.${at}.${value}`, [`${kind}.${at}.${value}`, `${kind}.${value}`]);
  }
  for (const tag of tags) {
    const words = { ...read('derived/')[tag], ...read('')[tag] };
    assert.deepEqual([...wanted.values()].filter((keys) => !keys.some((key) => key in words)).map((keys) => keys.at(-1)), [], tag);
  }
});
test('every field and value of an entry has words in every language', () => {
  const folder = new URL('tests/golden/events/', house);
  const schemas = readdirSync(folder).filter((one) => one.endsWith('.schema'));
  assert.ok(schemas.length > 200, `${schemas.length} schemas`);
  const wanted = new Set(schemas.flatMap((one) => {
    const schema = readFileSync(new URL(one, folder), 'utf8');
    return [...[...schema.matchAll(/(\w+):/g)].map(([, field]) => `field.${field}`), ...[...schema.matchAll(/\w+(?:\|\w+)+/g)].flatMap(([options]) => options.split('|').map((value) => `choice.${value}`))];
  }));
  for (const tag of tags) {
    const words = read('derived/')[tag];
    assert.deepEqual([...wanted].filter((key) => !(key in words)), [], tag);
  }
});
test('what the rules of entry name as purpose or port has words in every language', () => {
  const rules = readFileSync(new URL('data/stay/rules.csv', house), 'utf8');
  const names = (kinds) => [...rules.matchAll(new RegExp(`\\b(?:${kinds})\\(([^)]*)\\)`, 'g'))].flatMap(([, all]) => all.split(',').map((one) => one.trim().split('@')[0])).filter((one) => /^[a-z]/.test(one));
  const wanted = [...new Set([...names('purpose|not_for').map((one) => `purpose.${one}`), ...names('entry_port').map((one) => `port.${one}`)])];
  assert.ok(wanted.length > 10, `${wanted}`);
  for (const tag of tags) assert.deepEqual(wanted.filter((key) => !(key in read('agreements/')[tag])), [], tag);
});
test('every kind of entry has words in every language, and no word is for a kind that there is not', () => {
  const kinds = [...new Set([...readFileSync(new URL('EVENTS', house), 'utf8').matchAll(/^\d+ ([\w.]+)\/\d+$/gm)].map(([, kind]) => `event.${kind}`))].sort();
  assert.ok(kinds.length > 200, `${kinds.length} kinds`);
  for (const tag of tags) assert.deepEqual(Object.keys(read('derived/')[tag]).filter((key) => key.startsWith('event.')).sort(), kinds, tag);
});
test('a word of one desk is for what the desk has', () => {
  const own = new Set(roots.flatMap(([name, , type]) => [...type.matchAll(/[A-Z]\w+/g)].flatMap(([shape]) => [...said_by(shape, name.split('.')[0])].map(([desk, kind, value]) => `${kind}.${desk}.${value}`))));
  for (const key of Object.keys(read('derived/').en)) if (/^(field|choice)\.\w+\.\w+$/.test(key)) assert.ok(own.has(key), key);
});
