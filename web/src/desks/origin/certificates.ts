// Which acts the rules of the house leave open for a paper as it stands, in the order in which they are done. The desk
// decides; a screen only spares people what they can foresee.
import type { OriginCertificateRow, OriginDeclaration } from '../../contract';
import { days_between } from '../../base/dates';

export type State = OriginCertificateRow['state'];
export const states = ['applied', 'checked', 'issued', 'used', 'expired', 'refused', 'cancelled'] as const satisfies readonly State[];
const next: Record<State, string[]> = {
  applied: ['check_certificate', 'amend_certificate', 'refuse_certificate'], checked: ['issue_certificate', 'check_certificate', 'amend_certificate', 'refuse_certificate'],
  issued: ['use_certificate', 'amend_certificate', 'cancel_certificate'], expired: ['cancel_certificate'], used: [], refused: [], cancelled: [],
};
// A word that stands for a column begins as a title does.
export const titled = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
export const next_of = (state: State): string[] => next[state];
export interface Due { what: 'check' | 'issue' | 'expires'; row: OriginCertificateRow; day: string; days: number }
// What waits for somebody, the longest first, and what runs out within the days given, the soonest first.
export function due_of(all: OriginCertificateRow[], on: string, within: number): Due[] {
  const waits = all.filter((one) => one.state === 'applied' || one.state === 'checked').map((row): Due => ({ what: row.state === 'applied' ? 'check' : 'issue', row, day: row.applied_on, days: days_between(row.applied_on, on) })).sort((a, b) => b.days - a.days);
  const ends = all.flatMap((row): Due[] => { if (row.state !== 'issued' || !row.valid_until) return []; const days = days_between(on, row.valid_until); return days <= within ? [{ what: 'expires', row, day: row.valid_until, days }] : []; }).sort((a, b) => a.days - b.days);
  return [...waits, ...ends];
}
// What certificate and declaration have in common to be compared by; which of it differs the desk has found.
export const compared = ['hs', 'version', 'quantity', 'unit', 'value', 'currency', 'exporter', 'invoice'] as const satisfies readonly (keyof OriginDeclaration)[];
