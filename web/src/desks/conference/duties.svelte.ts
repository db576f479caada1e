// How far the software carries out each duty: said by the service, once a visit.
import { get } from '../../base/ask';

export interface Duty { measure: number; duty: number; state: string; commands: string[] }
interface Row { measure: string; duty: string; state: string; command: string }
let asked: Promise<Duty[]> | null = null;

export function duties_read(): { readonly all: Duty[] } {
  let all = $state.raw<Duty[]>([]);
  asked ??= get<{ duties: Row[] }>('/v1/duties').then(({ duties }) => duties.map((one) => ({ measure: Number(one.measure), duty: Number(one.duty), state: one.state, commands: one.command ? one.command.split(/;\s*/) : [] })));
  asked.then((duties) => { all = duties; }, () => { asked = null; });
  return { get all() { return all; } };
}
