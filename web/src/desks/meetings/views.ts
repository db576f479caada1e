import type { Names } from '../../base/languages';

export interface AgendaItem { item: number; kind: string; reference: string; titles: Names; body: string | null; reason: string; papers: { paper: string; titles: Names; stage: string; body: string; entry: string }[]; entry: string }
export interface Session {
  session: number; state: string; on: string; from: string; to: string; place: Names; form: string; revision: number; languages: string[]; chairs: string[]; minutes_by: string | null; reasons: string[];
  invited: { body: string; side: string; capacity: string; note: string; entry: string }[];
  attendance: { person: string; body: string; side: string; office: string; attends: string; on_behalf: string; entry: string }[];
  bodies_present: number; agenda: AgendaItem[]; agenda_fixed: boolean; minutes: number[]; called_at: string; entry: string; held: string;
}
export interface Decision { decision: string; session: number; item: number; texts: Names; state: string; owner: string; cooperating: string[]; due: string | null; overdue: boolean; duty: { plan: string; measure: number; duty: number } | null; carried_out_on: string | null; note: string; entry: string; sealed: string }
export interface MinutesLine { line: number; item: number; texts: Names; missing: string[]; stale: string[]; decision: { decision: string; owner: string; due: string | null } | null; corrected_by: number; entry: string }
export interface Minutes {
  session: number; correction: number; version: number; state: string; digest: string; side: string; languages: string[]; lines: MinutesLine[];
  comments: { comment: string; line: number; texts: Names; body: string; side: string; released: boolean; answer: Names; answered_in: number; entry: string }[];
  approvals: { side: string; body: string; person: string; asserted: boolean; at: string; entry: string }[];
  seal: { size: string; root: string; at: string; entry: string } | null; corrects: { reason: string } | null; versions: number[]; drafted: string; entry: string;
}
export interface ProblemShown {
  problem: string; titles: Names; texts: Names; severity: string; stage: string; state: string; duties: { plan: string; measure: number; duty: number }[]; body: string; side: string; settling: string | null; due: string | null; overdue: boolean;
  decision: string | null; source: string; steps: { step: string; on: string; before: string; after: string; reason: string; entry: string }[]; entry: string;
}
