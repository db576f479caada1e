// A long list, a page at a time. A page stands where the first one stood, so that none is missed while the record
// grows; what is filtered or sorted, and what goes into a file, is always the whole list.
import { untrack } from 'svelte';
import { path_of, Problem, request, type Asked } from './ask';
import { live } from './live.svelte';
import { place } from './place.svelte';
import { session } from './session.svelte';
import { speech } from './words.svelte';

export class Pages<A, R> {
  // The answer whose list is cut to the page: what else it says holds for the whole.
  answer = $state.raw<A | null>(null);
  rows = $state.raw<R[]>([]);
  next = $state<string | null>(null);
  whole = $state.raw<R[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(true);
  constructor(readonly id: string, private readonly address: () => string | null, private readonly pick: (answer: A) => R[]) {}

  get cursor(): string { return place.query.get(`${this.id}.from`) ?? ''; }
  async page(cursor: string, limit: number, signal?: AbortSignal): Promise<{ answer: A; rows: R[]; next: string | null } | null> {
    const address = this.address();
    if (address === null) return null;
    // A page may come short before the end, where much had to be passed over: then the next one fills it up.
    let answer: A | null = null;
    const rows: R[] = [];
    let next: string | null = cursor;
    do {
      const reply: Response = await request(`${address}${address.includes('?') ? '&' : '?'}limit=${limit - rows.length}${next ? `&cursor=${next}` : ''}`, signal ? { signal } : {});
      const part = (await reply.json()) as A;
      answer ??= part;
      rows.push(...this.pick(part));
      next = reply.headers.get('Ponte-Next-Cursor');
    } while (next !== null && rows.length < limit);
    return { answer, rows, next };
  }
  async all(): Promise<R[]> {
    if (this.whole) return this.whole;
    const rows: R[] = [];
    let cursor = '';
    for (;;) {
      const one = await this.page(cursor, 1000);
      if (one === null) break;
      rows.push(...one.rows);
      if (one.next === null) break;
      cursor = one.next;
    }
    this.whole = rows;
    return rows;
  }
}

function watched<A, R>(id: string, address: () => string | null, pick: (answer: A) => R[], limit: number): Pages<A, R> {
  const pages = new Pages<A, R>(id, address, pick);
  $effect(() => {
    const asked = address();
    const cursor = pages.cursor;
    void live.tick; void speech.tag; void session.value.person;
    untrack(() => { pages.whole = null; });
    if (asked === null) { untrack(() => { pages.busy = false; }); return; }
    const stop = new AbortController();
    untrack(() => { pages.busy = true; });
    pages.page(cursor, limit, stop.signal).then((one) => {
      if (!one) return;
      pages.answer = one.answer; pages.rows = one.rows; pages.next = one.next; pages.problem = null; pages.busy = false;
    }, (error: unknown) => {
      if (stop.signal.aborted) return;
      pages.problem = error instanceof Problem ? error : new Problem({ title: String(error), status: 0 });
      pages.busy = false;
    });
    return () => stop.abort();
  });
  return pages;
}

// The list `list` of a query's answer.
export function ask_pages<A extends object, K extends keyof A & string>(id: string, name: string, list: K, terms: () => Asked | null = () => ({}), limit = 50): Pages<A, A[K] extends (infer R)[] ? R : never> {
  type Row = A[K] extends (infer R)[] ? R : never;
  return watched<A, Row>(id, () => { const asked = terms(); return asked === null ? null : path_of(name, { ...asked, at: place.at, rows: list }); }, (answer) => answer[list] as Row[], limit);
}
export interface EntryRow { sequence: number; type: string; time: string; leaf: string; event: Record<string, unknown> }
// The entries of the journal that are the reader's to see; a kind is a name or the beginning of one.
export function entry_pages(id: string, type: () => string, limit = 50): Pages<{ size: number; entries: EntryRow[] }, EntryRow> {
  return watched(id, () => `/v1/journal/entries?type=${encodeURIComponent(type())}`, (answer: { size: number; entries: EntryRow[] }) => answer.entries, limit);
}
