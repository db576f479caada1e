// One intent of a person, one idempotency key: it is kept until the service has answered, so that a lost
// reply, a reload or a second press of the button never records the same thing twice.
import { Problem, request } from './ask';
import { session } from './session.svelte';
import { again } from './live.svelte';

export interface Recorded {
  sequence: number | string; parts: number | string; leaf: string; time: string; repeated: boolean; dry_run?: boolean;
  events: Record<string, unknown>[];
  // Where a password was set: what ended with the old one.
  ended?: { sessions: number; keys: number };
}

function fresh(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(octets, (one) => one.toString(16).padStart(2, '0')).join('');
}
function spot(command: string, body: string): string {
  let mixed = 5381;
  for (const one of body) mixed = ((mixed * 33) ^ one.codePointAt(0)!) >>> 0;
  return `ponte.intent.${command}.${mixed.toString(36)}`;
}
function keeping<T>(does: () => T): T | null {
  try { return does(); } catch { return null; }
}

async function send(path: string, body: BodyInit, headers: Record<string, string>, where: string, dry: boolean): Promise<Response> {
  const key = (dry ? null : keeping(() => sessionStorage.getItem(where))) ?? fresh();
  if (!dry) keeping(() => sessionStorage.setItem(where, key));
  try {
    const answer = await request(path, { method: 'POST', body, headers: { ...headers, 'Idempotency-Key': key, 'X-Ponte-Csrf': session.value.csrf ?? '' } });
    keeping(() => sessionStorage.removeItem(where));
    return answer;
  } catch (error) {
    // Refused is an answer too; only an unreachable service leaves the intent open.
    if (error instanceof Problem && error.details.status >= 400 && error.details.status < 500) keeping(() => sessionStorage.removeItem(where));
    throw error;
  }
}

export async function order(command: string, given: Record<string, unknown>, how: { dry?: boolean } = {}): Promise<Recorded> {
  const [desk, verb] = command.split('.');
  const body = JSON.stringify(given);
  const dry = how.dry ?? false;
  const answer = await send(`/v1/${desk}/${verb}${dry ? '?dry_run=true' : ''}`, body, { 'Content-Type': 'application/json' }, spot(command, body), dry);
  const recorded = (await answer.json()) as Recorded;
  if (!dry) again();
  return recorded;
}

// What became of a file, row by row. The service tells of a table and of a form in two ways; a screen needs one.
export interface FileRow { row: string; code: string; title: string; subject: string; place: string }
export interface FileRead {
  total: number; recorded: number; unchanged: number; refused: FileRow[]; unanswered: { indicator: string; period: string; place: string }[]; sequence: string | null;
  // Of translated texts: what they would say, what is not finished, where an agreed term is not used.
  changed: { text: string; language: string; says: string }[]; unfinished: string[]; terms: { text: string; term: string; found: string; expected: string[]; forbidden: boolean }[];
  // Of a paper for the table.
  paper: { digest: string; length: string; media_type: string } | null;
}
interface Told {
  rows?: number; recorded?: number | boolean; known_before?: number; refused?: { row: number | string; code: string; subject: string; place: string; words: string }[]; sequence?: string | number;
  figures?: number; nothing?: number; actions?: number; unanswered?: FileRead['unanswered'];
  changed?: FileRead['changed']; unfinished?: string[]; terms?: FileRead['terms']; paper?: string; length?: string | number; media_type?: string;
}
function read_of(told: Told): FileRead {
  const form = told.figures !== undefined;
  return {
    total: form ? told.figures! + (told.nothing ?? 0) + (told.actions ?? 0) : (told.rows ?? 0),
    recorded: form ? told.figures! + (told.nothing ?? 0) + (told.actions ?? 0) : Number(told.recorded ?? 0),
    unchanged: told.known_before ?? 0,
    refused: (told.refused ?? []).map((one) => ({ row: String(one.row), code: one.code, title: one.words, subject: one.subject, place: one.place })),
    unanswered: told.unanswered ?? [],
    sequence: told.sequence === undefined ? null : String(told.sequence),
    changed: told.changed ?? [], unfinished: told.unfinished ?? [], terms: told.terms ?? [],
    paper: told.paper === undefined ? null : { digest: told.paper, length: String(told.length ?? ''), media_type: told.media_type ?? '' },
  };
}

export type FileKind = 'forms' | 'observations' | 'translations' | 'papers';
export async function hand_in(kind: FileKind, file: File, how: { dry: boolean; good_rows?: boolean; more?: Record<string, string> }): Promise<FileRead> {
  const asked = new URLSearchParams(how.more);
  if (how.dry) asked.set('dry_run', 'true');
  if (how.good_rows) asked.set('accept_good_rows', 'true');
  const type = file.type || (file.name.endsWith('.csv') ? 'text/csv' : 'application/octet-stream');
  const answer = await send(`/v1/files/${kind}?${asked}`, file, { 'Content-Type': type, 'X-Ponte-File-Name': encodeURIComponent(file.name) },
    spot(`files.${kind}`, `${file.name} ${file.size} ${file.lastModified} ${asked}`), how.dry);
  const read = read_of((await answer.json()) as Told);
  if (!how.dry) again();
  return read;
}
