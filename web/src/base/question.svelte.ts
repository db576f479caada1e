// A question that a screen asks, and asks again when its terms or the record change. While the new answer
// is on its way the old one stays, so that nothing jumps.
import { untrack } from 'svelte';
import { Problem, query, type Asked } from './ask';
import { live } from './live.svelte';
import { place } from './place.svelte';
import { session } from './session.svelte';
import { speech } from './words.svelte';

export class Question<T> {
  value = $state.raw<T | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(true);
}

// `terms` gives the parameters, or null where there is nothing to ask yet. The position comes from the address.
export function ask<T>(name: string, terms: () => Asked | null = () => ({})): Question<T> {
  const question = new Question<T>();
  $effect(() => {
    const asked = terms();
    const at = place.at;
    void live.tick; void speech.tag; void session.value.person;
    if (asked === null) { untrack(() => { question.busy = false; }); return; }
    const stop = new AbortController();
    untrack(() => { question.busy = true; });
    query<T>(name, at ? { ...asked, at } : asked, stop.signal).then(
      (value) => { question.value = value; question.problem = null; question.busy = false; },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        question.problem = error instanceof Problem ? error : new Problem({ title: String(error), status: 0 });
        // A question that was refused as it stands has no answer: the former one answered another.
        if (question.problem.details.status === 400 || question.problem.details.status === 422) question.value = null;
        question.busy = false;
      });
    return () => stop.abort();
  });
  return question;
}
