// Names of bodies and of sets, asked for once and shared: most screens say who.
import { query } from './ask';
import type { DirectoryBodiesAnswer } from '../contract';
import type { Said } from './languages';
import { name } from './words.svelte';

export type Body = DirectoryBodiesAnswer['bodies'][number];
class Bodies {
  all = $state.raw<Body[]>([]);
  #asked = false;
  begin(): void {
    if (this.#asked) return;
    this.#asked = true;
    query<DirectoryBodiesAnswer>('directory.bodies').then((answer) => { this.all = answer.bodies; }, () => { this.#asked = false; });
  }
  name(id: string): Said {
    this.begin();
    const found = this.all.find((one) => one.body === id);
    return found ? name(found.names) : { text: id, lang: 'en' };
  }
  side(id: string): string { return this.all.find((one) => one.body === id)?.side ?? ''; }
}
export const bodies = new Bodies();
