// Which plan is read: the one in the address, else the newest that has begun and has something to show. A
// plan adopted and not yet furnished with indicators would else greet everybody with an empty page.
import { ask, type Question } from '../../base/question.svelte';
import { query } from '../../base/ask';
import { place } from '../../base/place.svelte';
import { session } from '../../base/session.svelte';
import type { PlanRow, StatusRow } from './views';

export interface PlanRead { readonly id: string | null; readonly plans: PlanRow[]; question: Question<{ plans: PlanRow[] }> }

let furnished: string | null = null;

async function find_furnished(plans: PlanRow[]): Promise<string | null> {
  const year = Number(session.today.slice(0, 4));
  const newest_first = [...plans].sort((a, b) => b.year - a.year);
  for (const one of newest_first.filter((plan) => plan.year <= year)) {
    const answer = await query<{ indicators: StatusRow[] }>('conference.status', { plan: one.plan });
    if (answer.indicators.length > 0) return one.plan;
  }
  return newest_first[0]?.plan ?? null;
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
