// What the conference desk's queries answer, as far as the screens draw it.
import type { Names } from '../../base/languages';
import { said, tag_of, order_for, type Said, type Tag } from '../../base/languages';
import { speech } from '../../base/words.svelte';

export interface TextIn { language: string; text: string; parts: string[]; status: string; stale: boolean }
export interface Figure { id: string; rule: string; series: string; value: string; period: string; badge: string; entries: string[] }
export interface Observation {
  item: string; entry: string; as_published: string; value: string; period: string; period_end: string; source_url: string; source_title: string;
  badge: string; stage: string; verdict: string; verdict_reason: string; verdict_by: string; asserted: boolean; withdrawn: boolean; withdrawn_reason: string;
  counts: boolean; body: string;
}
export interface SaidBy { entry: string; by: string; body: string; value: string; for_date: string; reason: string }
export interface Indicator {
  indicator: string; entry: string; version: number; measure: number; duty: number; names: Names; units: Names; kind: string; fold: string; status: string;
  now: Figure; before: Figure; expected: Figure; status_figure: Figure; trajectory_badge: string; trajectory: { date: string; value: string }[];
  statements: { verified: string; source: string; accuracy: string; limits: string; compensated: string };
  papers: number; accepted: number; changed_since_accepted: number; overrides: SaidBy[]; forecasts: SaidBy[]; judgements: SaidBy[]; observations: Observation[];
}
export interface Action { item: string; entry: string; duty: number; on: string; texts: Names; source_url: string; source_title: string; badge: string; stage: string; verdict: string; body: string }
export interface Milestone { milestone: string; entry: string; duty: number; names: Names; due: string; reached: string | null; overdue: boolean; badge: string }
export interface Measure {
  number: number; area: number; entry: string; wordings: number; texts: TextIn[]; jurisdiction_sets: string[]; bodies_named: string[];
  owed_numbers: { text: string; value: string }[]; bytes_from: string; bytes_to: string; line_from: number; line_to: number;
  bodies: { body: string; role: string; note: string }[]; actions: Action[]; indicators: Indicator[]; milestones: Milestone[]; duties_without_evidence: number[];
}
export interface Area { number: number; title: string; first_measure: number; last_measure: number }
export interface Session { number: number; entry: string; on: string | null; not_before: string; not_after: string; place: string; form: string; principals: string; source_url: string; badge: string }
export interface Dossier {
  plan: string; year: number; file: string; entry: string; plan_status: string; source: string; audience: string; as_at: string; titles: TextIn[]; areas: Area[];
  measures: Measure[]; sessions: Session[]; years: { year: number; state: string; sessions: number[] }[]; unmet_at_least: number; unmet_among: number[]; figures: Figure[]; frozen: string | null;
}
export interface ItemRow { item: string; series: string; says: string; period: string; body: string; stage: string; verdict: string; entry: string; withdrawn: boolean }
export interface Queue { to_sign_off: ItemRow[]; to_verify: ItemRow[]; questioned: ItemRow[] }
export interface StatusRow { measure: number; indicator: string; names: Names; status: string; now: string; period: string; expected: string; badge: string }
export interface PlanRow { plan: string; year: number; title: string; language: string; status: string; file: string; measures: number; corrections: number; entry: string }

// The text of a measure in the reader's language, or the nearest that there is.
export function text_for(texts: TextIn[], tag: Tag = speech.tag): (TextIn & { lang: Tag }) | null {
  for (const one of order_for(tag)) {
    const found = texts.find((text) => tag_of(text.language) === one && text.text);
    if (found) return { ...found, lang: one };
  }
  return null;
}
export function part_for(texts: TextIn[], at: number): Said {
  const found = text_for(texts);
  return found?.parts[at] ? { text: found.parts[at]!, lang: found.lang } : { text: '', lang: speech.tag };
}
export const statuses = ['contradictory', 'behind', 'no_evidence', 'no_target', 'on_course', 'ahead', 'done'] as const;
export { said };
