// The windows of a year as stretches of days. Which window a day falls into the desk says; here they are laid beside
// one another so that one sees them.
import type { OriginRequestRow, OriginWindow } from '../../contract';
import { plus_days } from '../../base/dates';
export interface Stretch { from: string; apply_by: string; in_force_by: string; state: 'past' | 'open_now' | 'to_come'; requests: OriginRequestRow[] }
const pad = (n: number): string => String(n).padStart(2, '0');
// The window before the open one, the open one, and the two after it.
export function windows_about(on: string, windows: OriginWindow[], requests: OriginRequestRow[]): Stretch[] {
  const year = Number(on.slice(0, 4));
  const ends = [-2, -1, 0, 1, 2, 3].flatMap((more) => windows.map((one) => {
    const apply_by = `${year + more}-${pad(one.apply_month)}-${pad(one.apply_day)}`;
    const same = `${year + more}-${pad(one.force_month)}-${pad(one.force_day)}`;
    return { apply_by, in_force_by: same > apply_by ? same : `${year + more + 1}${same.slice(4)}` };
  })).sort((a, b) => a.apply_by.localeCompare(b.apply_by));
  const open = ends.findIndex((one) => one.apply_by >= on);
  return ends.flatMap((one, at): Stretch[] => (at < 1 || at < open - 1 || at > open + 2 ? [] : [{ from: plus_days(ends[at - 1]!.apply_by, 1), ...one, state: at < open ? 'past' : at === open ? 'open_now' : 'to_come', requests: requests.filter((it) => it.requested.window === one.apply_by) }]));
}
