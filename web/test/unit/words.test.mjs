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

for (const folder of ['', 'derived/', 'agreements/']) {
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
  const words = { ...read('derived/').en, ...read('agreements/').en, ...read('').en };
  for (const [, key] of sources.matchAll(/\bt\('([a-z][\w.-]*)'/g)) assert.ok(key in words, key);
  for (const [, group, value] of sources.matchAll(/\bword\('([\w]+)', '([\w.]+)'/g)) assert.ok(`${group}.${value}` in words, `${group}.${value}`);
});
