import type { Names } from '../../base/languages';

export interface Counts { asked: number; in_progress: number; returned: number; signed_off: number; released: number; questioned: number; accepted: number; refused: number; reopened: number; not_returned: number; late: number; extended: number }
export interface RoundRow { round: string; plan: string; period: string; due: { from: string; working_days: number; places: string[]; due: string; official: boolean; rule: string }; closed_macao: string | null; closed_mainland: string | null; bodies: number; counts: Counts }
export interface RequestRow {
  round: string; body: string; body_names: Names; side: string; state: string; due: string; extended: boolean; late: boolean; days_to_due: number; extension_pending: boolean; generation: number;
  lines: number; figures: number | null; nothing: number | null; actions: number | null; signed_off_on: string | null; released_on: string | null; last_reminded: string | null; reminders: number; escalated_to: string[];
}
export interface FigureShown { item: string; as_published: string; value: string; period: string; source: string; stage: string; verdict: string; verdict_reason: string; entry: string }
export interface LineShown { indicator: string; measure: number; names: Names; units: Names; period: string; last: FigureShown | null; figure: FigureShown | null; nothing: string | null; note: string; missing: boolean }
export interface RequestShown {
  row: RequestRow; plan: string; period: string; asked_on: string; round_due: string; round_note: string; note: string; is_own: boolean; lines: LineShown[];
  verdicts: { verdict: string; by_body: string; reason: string; on: string }[]; extensions: { asked_on: string; to: string; reason: string; state: string; granted_to: string | null; decision: string }[];
  escalations: { to_body: string; on: string; reason: string; settled: boolean }[]; answers: string[]; reminded_on: string[]; reopened_because: string[];
}
