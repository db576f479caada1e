// The words of the screens. One language is loaded at a time; a key that is missing shows itself, so that
// the test of the words finds it.
import { languages, own_names, said, tag_of, wished, type Names, type Said, type Tag } from './languages';

type Dictionary = Record<string, string>;
const files = import.meta.glob<Dictionary>('../words/*.json', { import: 'default' });

class Speech {
  tag = $state<Tag>('en');
  words = $state.raw<Dictionary>({});
  ready = $state(false);
}
export const speech = new Speech();

// A gap is `{0}`; where the word beside it follows the number, `{0?day:days}` is the one or the other.
export function t(key: string, ...given: (string | number | null | undefined)[]): string {
  const words = speech.words[key];
  if (words === undefined) return key;
  return given.length === 0 ? words : words.replace(/\{(\d)\?([^:}]*):([^}]*)\}/g, (_, at: string, one: string, more: string) => (String(given[Number(at)]) === '1' ? one : more)).replace(/\{(\d)\}/g, (_, at: string) => String(given[Number(at)] ?? ''));
}
export function has(key: string): boolean {
  return key in speech.words;
}
// A word of the record (a stage, a status); what has no word here yet is shown as the record spells it.
export function word(group: string, value: string): string {
  return speech.words[`${group}.${value}`] ?? value.replaceAll('_', ' ');
}
// A field or value of the contract: at some desks it means something of its own (a term is a word to translators,
// and years to a treaty).
export function word_at(desk: string, group: 'field' | 'choice', value: string): string {
  return speech.words[`${group}.${desk}.${value}`] ?? word(group, value);
}
// A kind of entry in words; its version is for whoever reads the code of it.
export function kind_of_entry(type: string): string {
  return word('event', type.replace(/\/\d+$/, ''));
}
export function name(names: Names | null | undefined): Said {
  return said(names, speech.tag) ?? { text: '—', lang: speech.tag };
}

// Words that only some screens need, by their folder: of commands, queries and fields (`derived`), of the
// agreements and what follows from them, and of the desks that have many of their own.
const more_files = import.meta.glob<Dictionary>('../words/*/*.json', { import: 'default' });
const wanted = new Set<string>();
const spoken = new Set<string>();  // Of them those whose words are here, in the language that is spoken.
const more_of = (folder: string, tag: Tag): Promise<Dictionary> => more_files[`../words/${folder}/${tag}.json`]!();
export async function speak_more(folder: 'derived' | 'agreements' | 'origin' | 'training' = 'derived'): Promise<void> {
  wanted.add(folder);
  const tag = speech.tag;
  const more = await more_of(folder, tag);
  if (tag !== speech.tag || spoken.has(folder)) return;
  spoken.add(folder);
  speech.words = { ...more, ...speech.words };
}

export async function speak(tag: Tag): Promise<void> {
  const own = files[`../words/${tag}.json`]!();
  // A screen that opens meanwhile wants a folder more: what it brings must not be lost to the words that come after it.
  let more: Dictionary[] = [], base: Dictionary = {};
  for (let known = -1; known !== wanted.size;) {
    known = wanted.size;
    more = await Promise.all([...wanted].map((folder) => more_of(folder, tag)));
    base = await own;
  }
  const words = Object.assign({}, ...more, base) as Dictionary;
  spoken.clear();
  for (const folder of wanted) spoken.add(folder);
  speech.words = words;
  speech.tag = tag;
  speech.ready = true;
  document.documentElement.lang = tag;
  try { localStorage.setItem('ponte.language', tag); } catch { /* a browser that keeps nothing still speaks */ }
}

export function first_language(from_url: string | null): Tag {
  if (from_url) return tag_of(from_url);
  let kept: string | null = null;
  try { kept = localStorage.getItem('ponte.language'); } catch { /* as above */ }
  return kept && languages.includes(kept as Tag) ? (kept as Tag) : wished(navigator.languages);
}
// What stands in the record as it was published may be Chinese on a page of another language: a voice has to know.
export function tongue(text: string): string | undefined {
  return /[\u4e00-\u9fff]/.test(text) && !speech.tag.startsWith('zh') ? 'zh' : undefined;
}
// A title of a source, by its letters and its small words: Chinese, Portuguese, or else English.
export function tongue_of_title(text: string): string | undefined {
  const own = /[\u4e00-\u9fff]/.test(text) ? 'zh' : /[ãõç]|\b(?:d[aeo]s?|n[ao]s?|em|para|sobre)\b/i.test(text) ? 'pt' : 'en';
  return speech.tag.startsWith(own) ? undefined : own;
}
export { languages, own_names };
