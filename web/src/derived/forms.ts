import { get } from '../base/ask';
import type { CommandForm, QueryForm } from './schema';

// Asked for once a visit: they change with the program, not with the record.
let commands: Promise<CommandForm[]> | null = null;
let queries: Promise<QueryForm[]> | null = null;
// Either a list, or a list under its name.
const list_of = <T>(answer: unknown, name: string): T[] => (Array.isArray(answer) ? answer : (answer as Record<string, T[]>)[name]!) as T[];

export function command_forms(): Promise<CommandForm[]> {
  return (commands ??= get<unknown>('/v1/commands').then((answer) => list_of<CommandForm>(answer, 'commands'), (error: unknown) => { commands = null; throw error; }));
}
export function query_forms(): Promise<QueryForm[]> {
  return (queries ??= get<unknown>('/v1/queries').then((answer) => list_of<QueryForm>(answer, 'queries'), (error: unknown) => { queries = null; throw error; }));
}
