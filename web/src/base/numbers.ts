// Numbers travel as text and stay text: grouping is put between the digits, nothing is calculated.
import { speech } from './words.svelte';

export function grouped(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return text;
  const pt = speech.tag === 'pt-PT';
  const gap = pt ? '\u202f' : ',';
  const whole = parts[2]!.length > 4 || !pt ? parts[2]!.replace(/\B(?=(\d{3})+$)/g, gap) : parts[2]!;
  return (parts[1] ? '\u2212' : '') + whole + (parts[3] ? (pt ? ',' : '.') + parts[3] : '');
}
