// Svelte drops a space at the edge of `{#if}` and `{#each}`, and the words beside it run together: such a space is
// either lost or useless, so none may stand there; one that is meant is written `{' '}`.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const root = fileURLToPath(new URL('../../src/', import.meta.url));
const markup_of = (text) => text.replace(/<script[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, (one) => one.replace(/[^\n]/g, ''));
// The block tags of a markup, each with where it begins and ends; braces and quotes within one are its own.
function* blocks_of(markup) {
  for (const found of markup.matchAll(/\{(#if|#each|#await|#key|:else|:then|\/if|\/each|\/await|\/key)\b/g)) {
    let depth = 0, at = found.index;
    do { if (markup[at] === '{') depth += 1; else if (markup[at] === '}') depth -= 1; at += 1; } while (depth > 0 && at < markup.length);
    yield { tag: found[1], from: found.index, to: at };
  }
}
export function lost_spaces(text) {
  const markup = markup_of(text);
  const found = [];
  for (const { tag, from, to } of blocks_of(markup)) {
    const opens = !tag.startsWith('/'), closes = !tag.startsWith('#');
    if (opens && /^ +[^\s]/.test(markup.slice(to, to + 80))) found.push(`${markup.slice(0, to).split('\n').length}: ${markup.slice(from, to + 30)}`);
    if (closes && /[^\s] +$/.test(markup.slice(Math.max(0, from - 80), from))) found.push(`${markup.slice(0, from).split('\n').length}: ${markup.slice(Math.max(0, from - 30), to)}`);
  }
  return found;
}
test('the rule sees a space that is lost, and none where it is kept', () => {
  assert.equal(lost_spaces("<p>a{#if x} b{/if}</p>").length, 1);
  assert.equal(lost_spaces("<p>{#if x({ y: 1 })}a {:else}b {/if}{c}</p>").length, 2);
  assert.deepEqual(lost_spaces("<p>a {#if x}{' '}b{/if} c</p>\n{#each all as one}\n  <b>{one}</b>\n{/each}"), []);
});
test('no screen has a space where Svelte drops it', () => {
  const screens = readdirSync(root, { recursive: true }).filter((one) => one.endsWith('.svelte'));
  assert.ok(screens.length > 80, `${screens.length} screens`);
  assert.deepEqual(screens.flatMap((one) => lost_spaces(readFileSync(join(root, one), 'utf8')).map((where) => `${one}:${where}`)), []);
});
