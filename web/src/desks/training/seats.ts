// Who may still be asked to do what: of an event and of one nominated, as both stand. The desk decides; a screen only
// spares people what they can foresee.
import type { TrainingByJurisdiction, TrainingEventAnswer, TrainingEventRow, TrainingEventsQuery, TrainingParticipantRow } from '../../contract';
import { plus_days } from '../../base/dates';

export const event_states = ['planned', 'nominating', 'closed', 'held', 'cancelled'] as const satisfies readonly NonNullable<TrainingEventsQuery['state']>[];
export function acts_of_event(one: TrainingEventRow, today: string): string[] {
  if (one.state === 'cancelled' || one.state === 'held') return [];
  return [...(one.state === 'nominating' ? ['nominate_participant'] : []), 'change_seats', ...(one.to < today ? ['hold_event'] : []), 'cancel_event'];
}
export function acts_of(one: TrainingParticipantRow, event: TrainingEventRow, today: string): string[] {
  if (one.seating === 'withdrawn' || event.state === 'cancelled') return [];
  if (event.state === 'held') return one.certificate ? ['withdraw_certificate'] : [...(one.confirmed ? ['record_attendance'] : []), ...(event.days_needed > 0 && one.days.length >= event.days_needed ? ['issue_certificate'] : [])];
  return [...(!one.confirmed && one.seating !== 'waits' ? ['confirm_nomination'] : []), ...(one.confirmed && event.from <= today ? ['record_attendance'] : []), 'withdraw_nomination'];
}
export const days_of_event = (one: TrainingEventRow): string[] => { const all: string[] = []; for (let day = one.from; day <= one.to && all.length < 60; day = plus_days(day, 1)) all.push(day); return all; };

// The seats one by one, in the order in which they are drawn: by jurisdiction, those that are taken first, then those
// still kept for it; what nobody has taken and nobody keeps stands at the end.
export type SeatKind = 'attended' | 'confirmed' | 'nominated' | 'kept' | 'free';
export interface Group { jurisdiction: string | null; seats: SeatKind[]; waiting: number }
const kept_of = (one: TrainingByJurisdiction): number => Math.max(0, one.reserved - one.numbers.seated);
export function groups_of(all: TrainingEventAnswer): Group[] {
  const event = all.event;
  if (!event) return [];
  const groups = all.jurisdictions.map(({ jurisdiction, numbers, ...row }): Group => {
    const attended = Math.min(numbers.attended, numbers.seated), confirmed = Math.max(0, Math.min(numbers.confirmed, numbers.seated) - attended);
    const fill = (kind: SeatKind, n: number): SeatKind[] => Array.from({ length: n }, () => kind);
    return { jurisdiction, waiting: numbers.waiting, seats: [...fill('attended', attended), ...fill('confirmed', confirmed), ...fill('nominated', numbers.seated - attended - confirmed), ...fill('kept', kept_of({ jurisdiction, numbers, ...row }))] };
  });
  const taken = groups.reduce((sum, one) => sum + one.seats.length, 0);
  return [...groups, ...(event.seats > taken ? [{ jurisdiction: null, waiting: 0, seats: Array.from({ length: event.seats - taken }, (): SeatKind => 'free') }] : [])];
}
export const kept = kept_of;
