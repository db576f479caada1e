// Jurisdictions by their codes: a country or a region, never one word for both.
import type { Said } from '../../base/languages';
import { name, speech } from '../../base/words.svelte';
import type { Choice } from '../../parts/Choose.svelte';

class Places {
  all = $state.raw<Record<string, [string, string, string, string]>>({});
  #asked = false;
  begin(): void {
    if (this.#asked) return;
    this.#asked = true;
    import('virtual:places').then((module) => { this.all = module.default; }, () => { this.#asked = false; });
  }
  name(id: string): Said {
    const four = this.all[id];
    return four ? name({ zh_hant: four[0], zh_hans: four[1], pt: four[2], en: four[3] }) : { text: id, lang: 'en' };
  }
  text(id: string | null | undefined): string { return id ? this.name(id).text : ''; }
  get choices(): Choice[] {
    return Object.entries(this.all).map(([id, four]) => ({ id, text: this.name(id).text, more: id, finds: four.join(' ') }))
      .sort((a, b) => a.text.localeCompare(b.text, speech.tag));
  }
}
export const places = new Places();
