// Talking to the service. Every refusal arrives as RFC 9457 problem details and is thrown as a Problem, so
// that a screen shows one thing: what was refused, and what to do about it.
import { speech } from './words.svelte';

export interface ProblemDetails { type?: string; code?: string; title: string; remedy?: string; status: number; subject?: string; pointer?: string; faults?: ProblemDetails[] }

export class Problem extends Error {
  constructor(public readonly details: ProblemDetails) { super(details.title); }
  get code(): string { return this.details.code ?? ''; }
  get pointer(): string { return this.details.pointer ?? ''; }
}

// What a refusal says of one field: its title where its pointer lies there or within, else nothing.
export function fault_at(problem: Problem | null, path: string): string {
  return problem && (problem.pointer === path || problem.pointer.startsWith(`${path}/`)) ? problem.details.title : '';
}

// The journal's length when the newest answer was given; shown as "record up to".
export const position = { sequence: 0 };
// Answers are asked again with their ETag and taken from here when nothing has changed.
const kept = new Map<string, { etag: string; value: unknown }>();
const kept_max = 120;
// What was asked before a screen stood to ask for it: the screen then waits for the same answer.
const under_way = new Map<string, Promise<unknown>>();

async function problem_of(answer: Response): Promise<Problem> {
  const text = await answer.text();
  try {
    const details = JSON.parse(text) as ProblemDetails;
    if (details.title) return new Problem({ ...details, status: answer.status });
  } catch { /* not problem details: a proxy between us, or a fault */ }
  return new Problem({ title: '', code: `http.${answer.status}`, status: answer.status });
}

export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', speech.tag);
  let answer: Response;
  try {
    answer = await fetch(path, { ...init, headers, credentials: 'same-origin' });
  } catch {
    throw new Problem({ title: '', code: 'http.unreachable', status: 0 });
  }
  const sequence = Number(answer.headers.get('Ponte-Sequence'));
  if (sequence > position.sequence) position.sequence = sequence;
  if (!answer.ok && answer.status !== 304) throw await problem_of(answer);
  return answer;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const key = `${speech.tag} ${path}`;
  const begun = under_way.get(key) as Promise<T> | undefined;
  if (begun) return begun;
  const before = kept.get(key);
  const init: RequestInit = { headers: { Accept: 'application/json', ...(before ? { 'If-None-Match': before.etag } : {}) } };
  if (signal) init.signal = signal;
  const answer = await request(path, init);
  if (answer.status === 304 && before) return before.value as T;
  const value = (await answer.json()) as T;
  const etag = answer.headers.get('ETag');
  if (etag) {
    kept.delete(key);
    kept.set(key, { etag, value });
    if (kept.size > kept_max) kept.delete(kept.keys().next().value!);
  }
  return value;
}

export type Asked = Record<string, string | number | boolean | string[] | null | undefined>;

export function path_of(query: string, asked: Asked = {}): string {
  const [desk, noun] = query.split('.');
  const all = new URLSearchParams();
  for (const [key, value] of Object.entries(asked)) {
    if (value === null || value === undefined || value === '') continue;
    all.set(key, Array.isArray(value) ? JSON.stringify(value) : String(value));
  }
  const text = all.toString();
  return `/v1/${desk}/${noun}${text ? `?${text}` : ''}`;
}

export function query<T>(query_name: string, asked: Asked = {}, signal?: AbortSignal): Promise<T> {
  return get<T>(path_of(query_name, asked), signal);
}

export function ask_ahead<T>(path: string): Promise<T> {
  const key = `${speech.tag} ${path}`;
  const answer = get<T>(path);
  under_way.set(key, answer);
  const done = (): void => { under_way.delete(key); };
  answer.then(done, done);
  return answer;
}

// Whoever changes hands sees other answers: nothing of the former reader may stay.
export function forget(): void {
  kept.clear();
}
