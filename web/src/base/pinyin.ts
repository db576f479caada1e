// Finds Han by the sound of it: "maoyi" finds 貿易 and 贸易. Either script is folded first, so one table will do.
import { fold } from './fold';

let readings: Map<string, string[]> | null = null;

export function take_readings(table: string): void {
  readings = new Map();
  for (const group of table.split(' ')) {
    const sound = /^[a-z]+/.exec(group)![0];
    for (const one of group.slice(sound.length)) readings.set(one, [...(readings.get(one) ?? []), sound]);
  }
}
export async function load_pinyin(): Promise<void> {
  if (!readings) take_readings((await import('./pinyin_table')).default);
}

// Whether some run of characters sounds like what was typed; the last syllable may be unfinished.
export function sounds(text: string, typed: string): boolean {
  const wanted = typed.replace(/[^a-z]/g, '');
  if (!readings || wanted.length < 2) return false;
  const all = [...fold(text)];
  const from = (at: number, rest: string): boolean => {
    if (rest === '') return true;
    return (readings!.get(all[at] ?? '') ?? []).some((one) => (rest.startsWith(one) && from(at + 1, rest.slice(one.length))) || (rest.length >= 2 && one.startsWith(rest)));
  };
  return all.some((one, at) => readings!.has(one) && (readings!.get(one)!.some((sound) => wanted.startsWith(sound))) && from(at, wanted));
}
