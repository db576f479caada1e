// Addresses of papers: Word, PDF, HTML, in the reader's language unless another is asked for.
import { speech } from './words.svelte';
import type { Tag } from './languages';

const short: Record<Tag, string> = { 'zh-Hant-MO': 'zh-Hant', 'zh-Hans-CN': 'zh-Hans', 'pt-PT': 'pt', en: 'en' };
export function paper(path: string, asked: Record<string, string | number | null | undefined> = {}, lang: Tag = speech.tag): string {
  const all = new URLSearchParams({ lang: short[lang] });
  for (const [key, value] of Object.entries(asked)) if (value !== null && value !== undefined && value !== '') all.set(key, String(value));
  return `/v1/${path}?${all}`;
}
export const short_tag = (tag: Tag): string => short[tag];
