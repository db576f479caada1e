// The desk whose form or answer is drawn: some of its fields have words of their own.
import { getContext, setContext } from 'svelte';
import { speech, word_at } from '../base/words.svelte';

const key = Symbol('desk');
// `whole` says the name of a command or query, of whose desk everything below is.
export function at_desk(whole: () => string): void {
  setContext(key, () => whole().split('.')[0]!);
}
// The same name may be a number in one answer and a code in another (`of`): then the kind has words of its own.
export function words_here(): (group: 'field' | 'choice', value: string, kind?: string) => string {
  const desk = getContext<(() => string) | undefined>(key);
  return (group, value, kind) => speech.words[`${group}.${desk?.()}.${value}:${kind}`] ?? word_at(desk?.() ?? '', group, value);
}
