// One intent of a person, one idempotency key: it is kept until the service has answered, so that a lost
// reply, a reload or a second press of the button never records the same thing twice.
import { Problem, request } from './ask';
import { session } from './session.svelte';
import { again } from './live.svelte';

export interface Recorded {
  sequence: number | string; parts: number | string; leaf: string; time: string; repeated: boolean; dry_run?: boolean;
  events: Record<string, unknown>[];
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

export interface FileRow { row: number; verdict: 'recorded' | 'would_record' | 'refused' | 'unchanged'; code?: string; title?: string; remedy?: string; place?: string; values?: Record<string, unknown> }
export interface FileRead { rows: FileRow[]; recorded: number; refused: number; unchanged: number }

export async function hand_in(kind: 'forms' | 'observations', file: File, dry: boolean): Promise<FileRead> {
  const type = file.type || (file.name.endsWith('.csv') ? 'text/csv' : 'application/octet-stream');
  const answer = await send(`/v1/files/${kind}${dry ? '?dry_run=true' : ''}`, file, { 'Content-Type': type, 'X-Ponte-File-Name': encodeURIComponent(file.name) },
    spot(`files.${kind}`, `${file.name} ${file.size} ${file.lastModified}`), dry);
  const read = (await answer.json()) as FileRead;
  if (!dry) again();
  return read;
}
