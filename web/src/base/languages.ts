// The four languages, as the service spells them in data (`zh_hant`) and as the web does (`zh-Hant-MO`).
export const languages = ['zh-Hant-MO', 'zh-Hans-CN', 'pt-PT', 'en'] as const;
export type Tag = (typeof languages)[number];
export type Key = 'zh_hant' | 'zh_hans' | 'pt' | 'en';
export type Names = Partial<Record<Key, string | null>>;

const keys: Record<Tag, Key> = { 'zh-Hant-MO': 'zh_hant', 'zh-Hans-CN': 'zh_hans', 'pt-PT': 'pt', en: 'en' };
const tags: Record<string, Tag> = { zh_hant: 'zh-Hant-MO', zh_hans: 'zh-Hans-CN', pt: 'pt-PT', en: 'en', 'zh-Hant': 'zh-Hant-MO', 'zh-Hans': 'zh-Hans-CN' };

export const own_names: Record<Tag, string> = { 'zh-Hant-MO': '繁體中文', 'zh-Hans-CN': '简体中文', 'pt-PT': 'Português', en: 'English' };
export const short_names: Record<Tag, string> = { 'zh-Hant-MO': '繁', 'zh-Hans-CN': '简', 'pt-PT': 'PT', en: 'EN' };

export function tag_of(language: string): Tag {
  return tags[language] ?? (languages.includes(language as Tag) ? (language as Tag) : 'en');
}
export function key_of(tag: Tag): Key {
  return keys[tag];
}

// Where a language is missing, its nearest neighbour comes first: the other script, then English, then any.
const nearest: Record<Tag, Tag[]> = {
  'zh-Hant-MO': ['zh-Hant-MO', 'zh-Hans-CN', 'en', 'pt-PT'],
  'zh-Hans-CN': ['zh-Hans-CN', 'zh-Hant-MO', 'en', 'pt-PT'],
  'pt-PT': ['pt-PT', 'en', 'zh-Hant-MO', 'zh-Hans-CN'],
  en: ['en', 'pt-PT', 'zh-Hant-MO', 'zh-Hans-CN'],
};
export function order_for(tag: Tag): Tag[] {
  return nearest[tag];
}

export interface Said { text: string; lang: Tag }
export function said(names: Names | null | undefined, tag: Tag): Said | null {
  for (const one of order_for(tag)) {
    const text = names?.[key_of(one)];
    if (text) return { text, lang: one };
  }
  return null;
}

// The language that a browser asks for; Chinese without a script is read by its region.
export function wished(asked: readonly string[]): Tag {
  for (const one of asked) {
    const low = one.toLowerCase();
    if (low.startsWith('pt')) return 'pt-PT';
    if (low.startsWith('en')) return 'en';
    if (low.startsWith('zh')) return /hant|tw|hk|mo/.test(low) ? 'zh-Hant-MO' : 'zh-Hans-CN';
  }
  return 'zh-Hant-MO';
}
