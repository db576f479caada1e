// Who is reading. Signed out one reads what is public.
import { forget, get, request, position } from './ask';

export interface Session {
  person: string | null; display?: string; body?: string; side?: 'macao' | 'mainland' | null;
  roles?: { desk: string; role: string }[]; csrf?: string; asserted?: boolean;
  sequence?: number | string; now?: string; simulated?: boolean;
}

class Holder {
  value = $state.raw<Session>({ person: null });
  known = $state(false);
  get signed_in(): boolean { return this.value.person !== null; }
  get today(): string { return (this.value.now ?? new Date().toISOString()).slice(0, 10); }
}
export const session = new Holder();

function take(value: Session): void {
  session.value = value;
  session.known = true;
  const sequence = Number(value.sequence ?? 0);
  if (sequence > position.sequence) position.sequence = sequence;
}

export async function read_session(): Promise<void> {
  take(await get<Session>('/v1/session'));
}
export async function sign_in(person: string, secret: string): Promise<void> {
  const answer = await request('/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ person, secret }) });
  forget();
  take((await answer.json()) as Session);
}
export async function sign_out(): Promise<void> {
  await request('/v1/session', { method: 'DELETE', headers: { 'X-Ponte-Csrf': session.value.csrf ?? '' } });
  forget();
  take({ ...session.value, person: null, csrf: undefined, roles: [] } as Session);
  await read_session();
}

// Whether a button is worth showing. The service decides; this only spares people a refusal they can foresee.
export function may(role: string, desk = 'conference'): boolean {
  return (session.value.roles ?? []).some((one) => one.role === role && (one.desk === desk || one.desk === '*'));
}
