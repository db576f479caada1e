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
export function day(text: string | null | undefined): string {
  if (!text || !/^\d{4}-\d{2}-\d{2}/.test(text)) return text ?? '';
  return shape({ year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${text.slice(0, 10)}T00:00:00Z`));
}
export function short_day(text: string | null | undefined): string {
  return text ? text.slice(0, 10) : '';
}
export function moment(text: string | null | undefined): string {
  if (!text) return '';
  return shape({ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Macau' }).format(new Date(text));
}
export function days_between(from: string, until: string): number {
  return Math.round((Date.parse(`${until.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86400000);
}
export function plus_days(from: string, days: number): string {
  return new Date(Date.parse(`${from.slice(0, 10)}T00:00:00Z`) + days * 86400000).toISOString().slice(0, 10);
}
