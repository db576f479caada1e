// The shapes of commands and queries as the service tells them ("{plan:text measure:u16 as_at:{day:i32}?}"),
// read into something that a form or a table can be drawn from.

export type Shape =
  | { kind: 'text' | 'bool' | 'number' | 'date' | 'period' | 'decimal' | 'digest' | 'instant' | 'time' | 'sealed' | 'octets' | 'names' }
  | { kind: 'choice'; options: string[] }
  | { kind: 'list'; of: Shape }
  | { kind: 'object'; fields: Field[] };
export interface Field { name: string; shape: Shape; optional: boolean }

class Reader {
  at = 0;
  constructor(private readonly text: string) {}
  get next(): string { return this.text[this.at] ?? ''; }
  expect(one: string): void {
    if (this.next !== one) throw new Error(`schema: ${one} expected at ${this.at} of ${this.text}`);
    this.at += 1;
  }
  space(): void { while (this.next === ' ') this.at += 1; }
  word(): string {
    const match = /^[\w|]+/.exec(this.text.slice(this.at));
    if (!match) throw new Error(`schema: a word expected at ${this.at} of ${this.text}`);
    this.at += match[0].length;
    return match[0];
  }
  shape(): Shape {
    if (this.next === '{') return known({ kind: 'object', fields: this.fields() });
    if (this.next === '[') {
      this.at += 1;
      const of = this.shape();
      this.expect(']');
      return { kind: 'list', of };
    }
    const word = this.word();
    if (word.includes('|')) return { kind: 'choice', options: word.split('|') };
    if (word === 'text') return { kind: 'text' };
    if (word === 'bool') return { kind: 'bool' };
    if (/^[ui]\d+$/.test(word)) return { kind: 'number' };
    return { kind: 'octets' };
  }
  fields(): Field[] {
    this.expect('{');
    const all: Field[] = [];
    for (this.space(); this.next !== '}'; this.space()) {
      const name = this.word();
      this.expect(':');
      const shape = this.shape();
      const optional = this.next === '?';
      if (optional) this.at += 1;
      all.push({ name, shape, optional });
    }
    this.at += 1;
    return all;
  }
}

// Values that are objects in the code and one text on the wire.
function known(shape: { kind: 'object'; fields: Field[] }): Shape {
  const names = shape.fields.map((one) => one.name).join(' ');
  const first = shape.fields[0]?.shape.kind;
  if (names === 'day') return { kind: 'date' };
  if (names === 'from to' && first === 'date') return { kind: 'period' };
  if (names === 'digits scale') return { kind: 'decimal' };
  if (names === 'bytes') return { kind: 'digest' };
  if (names === 'micros') return { kind: 'instant' };
  if (names === 'minute') return { kind: 'time' };
  if (names === 'commitment') return { kind: 'sealed' };
  if (names === 'zh_hant zh_hans pt en' && first === 'text') return { kind: 'names' };
  return shape;
}

export function read_schema(text: string): Field[] {
  const shape = new Reader(text.trim()).shape();
  return shape.kind === 'object' ? shape.fields : [];
}

export function empty_of(shape: Shape): unknown {
  switch (shape.kind) {
    case 'bool': return false;
    case 'list': return [];
    case 'names': return { zh_hant: '', zh_hans: '', pt: '', en: '' };
    case 'object': return Object.fromEntries(shape.fields.map((one) => [one.name, one.optional && one.shape.kind !== 'names' ? null : empty_of(one.shape)]));
    default: return '';
  }
}

// What goes out: nothing for an optional field that was left empty; numbers as numbers where they fit.
export function outgoing(shape: Shape, value: unknown, optional: boolean): unknown {
  if (value === null || value === undefined) return undefined;
  switch (shape.kind) {
    case 'list': {
      const all = (value as unknown[]).map((one) => outgoing(shape.of, one, false)).filter((one) => one !== undefined && one !== '');
      return all.length === 0 && optional ? undefined : all;
    }
    case 'object': return Object.fromEntries(shape.fields.flatMap((one) => {
      const out = outgoing(one.shape, (value as Record<string, unknown>)[one.name], one.optional);
      return out === undefined ? [] : [[one.name, out]];
    }));
    // All four languages go out: an empty one says that there is none.
    case 'names': {
      const given = value as Record<string, string>;
      const all = { zh_hant: given.zh_hant ?? '', zh_hans: given.zh_hans ?? '', pt: given.pt ?? '', en: given.en ?? '' };
      return optional && Object.values(all).every((text) => text === '') ? undefined : all;
    }
    case 'number': {
      if (value === '') return undefined;
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : value;
    }
    case 'bool': return value;
    default: return value === '' && optional ? undefined : value;
  }
}

export interface CommandForm { name: string; schema: string }
export interface QueryForm { name: string; asks: string; answers: string }
