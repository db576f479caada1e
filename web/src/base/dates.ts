// Days and periods for people. The record's days are counted at +08:00, so a day is never shifted by the
// reader's own clock.
import { speech } from './words.svelte';

const shapes = new Map<string, Intl.DateTimeFormat>();
function shape(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = speech.tag === 'en' ? 'en-GB' : speech.tag;
  const key = tag + JSON.stringify(options);
  let found = shapes.get(key);
  if (!found) shapes.set(key, (found = new Intl.DateTimeFormat(tag, options)));
  return found;
}
// Months have a capital in the Portuguese of Macao's gazette.
function written(parts: Intl.DateTimeFormat, at: Date): string {
  const text = parts.format(at);
  return speech.tag === 'pt-PT' ? text.replace(/ de ([a-zç])/g, (_, letter: string) => ` de ${letter.toUpperCase()}`) : text;
}
export function day(text: string | null | undefined): string {
  if (!text || !/^\d{4}-\d{2}-\d{2}/.test(text)) return text ?? '';
  return written(shape({ year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }), new Date(`${text.slice(0, 10)}T00:00:00Z`));
}
export function short_day(text: string | null | undefined): string {
  return text ? text.slice(0, 10) : '';
}
export function moment(text: string | null | undefined): string {
  if (!text) return '';
  return written(shape({ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Macau' }), new Date(text));
}
export function days_between(from: string, until: string): number {
  return Math.round((Date.parse(`${until.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86400000);
}
export function plus_days(from: string, days: number): string {
  return new Date(Date.parse(`${from.slice(0, 10)}T00:00:00Z`) + days * 86400000).toISOString().slice(0, 10);
}

// The first and the last day of what the record writes for a time: a day, a month, a quarter, a half, a year, or two
// days with a stroke between them. Null where it is none of these.
export function days_of(period: string | null | undefined): [string, string] | null {
  if (!period) return null;
  const [a, b] = period.split('/');
  if (b !== undefined) { const from = days_of(a), to = days_of(b); return from && to ? [from[0], to[1]] : null; }
  const parts = /^(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|H([12])))?$/.exec(period);
  if (!parts) return null;
  const [, year, month, date, quarter, half] = parts;
  if (date) return [period, period];
  const first = month ? Number(month) : quarter ? Number(quarter) * 3 - 2 : half ? Number(half) * 6 - 5 : 1;
  const last = month ? first : quarter ? first + 2 : half ? first + 5 : 12;
  return [`${year}-${String(first).padStart(2, '0')}-01`, new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10)];
}
