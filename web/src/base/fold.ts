// What a search holds for the same: case, accents, width, and (once its table is here) Han of either script.
let variants: Map<string, string> | null = null;

export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  if (!variants) return plain;
  let out = '';
  for (const one of plain) out += variants.get(one) ?? one;
  return out;
}

// Pairs of characters, traditional then simplified, one after the other in one text.
export function take_variants(pairs: string): void {
  const all = [...pairs.trim()];
  variants = new Map();
  for (let at = 0; at + 1 < all.length; at += 2) variants.set(all[at]!, all[at + 1]!);
}
export async function load_variants(): Promise<void> {
  if (!variants) take_variants((await import('./han_variants')).default);
}
