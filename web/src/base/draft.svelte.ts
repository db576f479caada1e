// What somebody has typed and not sent: it survives a reload, and goes when it was recorded.
export class Draft<T extends object> {
  fields: T = $state({} as T);
  restored = $state(false);
  #where: string;
  #empty: T;

  constructor(where: string, empty: T) {
    this.#where = `ponte.draft.${where}`;
    this.#empty = empty;
    this.fields = structuredClone(empty);
    try {
      const kept = sessionStorage.getItem(this.#where);
      if (kept) { Object.assign(this.fields, JSON.parse(kept)); this.restored = true; }
    } catch { /* nothing is kept in this browser */ }
  }
  // Whether somebody left something unsent there, so that its form can stand open again.
  static is_kept(where: string): boolean {
    try { return sessionStorage.getItem(`ponte.draft.${where}`) !== null; } catch { return false; }
  }
  // To be called in an effect of the form.
  save(): void {
    const text = JSON.stringify(this.fields);
    try {
      if (text === JSON.stringify(this.#empty)) sessionStorage.removeItem(this.#where);
      else sessionStorage.setItem(this.#where, text);
    } catch { /* as above */ }
  }
  clear(): void {
    this.fields = structuredClone(this.#empty);
    this.restored = false;
    try { sessionStorage.removeItem(this.#where); } catch { /* as above */ }
  }
}
