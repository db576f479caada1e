// Which plan is read: the one in the address, else the newest that has begun and has something to show. A
// plan adopted and not yet furnished with indicators would else greet everybody with an empty page.
import { ask, type Question } from '../../base/question.svelte';
import { ask_ahead, path_of, query } from '../../base/ask';
import { place } from '../../base/place.svelte';
import { session } from '../../base/session.svelte';
import type { PlanRow, StatusRow } from './views';

export interface PlanRead { readonly id: string | null; readonly plans: PlanRow[]; question: Question<{ plans: PlanRow[] }> }

let furnished: string | null = null;

async function find_furnished(plans: PlanRow[]): Promise<string | null> {
  const year = Number(session.today.slice(0, 4));
  const newest_first = [...plans].sort((a, b) => b.year - a.year);
  const begun = newest_first.filter((plan) => plan.year <= year);
  // Mostly one of the newest few has something to show: they are asked at once, the others one by one.
  const answers = await Promise.all(begun.slice(0, 3).map((one) => query<{ indicators: StatusRow[] }>('conference.status', { plan: one.plan })));
  const at = answers.findIndex((answer) => answer.indicators.length > 0);
  if (at >= 0) return begun[at]!.plan;
  for (const one of begun.slice(3)) if ((await query<{ indicators: StatusRow[] }>('conference.status', { plan: one.plan })).indicators.length > 0) return one.plan;
  return newest_first[0]?.plan ?? null;
}

// The overview's own questions, asked while its words and its script are still on their way.
export async function ask_ahead_of_home(ready: Promise<unknown>): Promise<void> {
  const at = place.at;
  const { plans } = await ask_ahead<{ plans: PlanRow[] }>(path_of('conference.plans', { at }));
  if (!place.plan && plans.length > 1) await ready;  // The day that is today comes with the session.
  const plan = place.plan || (plans.length === 1 ? plans[0]!.plan : (furnished = await find_furnished(plans)));
  if (plan) await ask_ahead(path_of('conference.dossier', { plan, at }));
}

export function plan_read(): PlanRead {
  const question = ask<{ plans: PlanRow[] }>('conference.plans');
  let found = $state(furnished);
  $effect(() => {
    const plans = question.value?.plans;
    if (!plans?.length || place.plan || found) return;
    find_furnished(plans).then((id) => { found = furnished = id; }, () => { found = plans[0]!.plan; });
  });
  return {
    question,
    get plans() { return question.value?.plans ?? []; },
    get id() { return place.plan || (question.value?.plans.length === 1 ? question.value.plans[0]!.plan : found); },
  };
}
