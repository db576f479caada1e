// What the conference desk's queries answer: the contract's types under the names of the screens.
import type {
  ConferenceActionShown, ConferenceDossierAnswer, ConferenceIndicatorShown, ConferenceItemRow, ConferenceMeasureShown, ConferenceObservationShown, ConferencePlanRow, ConferenceQueueAnswer, ConferenceSaidShown,
  ConferenceStatusRow, ConferenceTextIn,
} from '../../contract';
import { said, tag_of, order_for, type Said, type Tag } from '../../base/languages';
import { speech } from '../../base/words.svelte';

export type { Figure } from '../../contract';
export type TextIn = ConferenceTextIn;
export type Observation = ConferenceObservationShown;
export type SaidBy = ConferenceSaidShown;
export type Indicator = ConferenceIndicatorShown;
export type Action = ConferenceActionShown;
export type Measure = ConferenceMeasureShown;
export type Dossier = ConferenceDossierAnswer;
export type ItemRow = ConferenceItemRow;
export type Queue = ConferenceQueueAnswer;
export type StatusRow = ConferenceStatusRow;
export type PlanRow = ConferencePlanRow;

// The text of a measure in the reader's language, or the nearest that there is.
export function text_for(texts: TextIn[], tag: Tag = speech.tag): (TextIn & { lang: Tag }) | null {
  for (const one of order_for(tag)) {
    const found = texts.find((text) => tag_of(text.language) === one && text.text);
    if (found) return { ...found, lang: one };
  }
  return null;
}
export function part_for(texts: TextIn[], at: number): Said {
  const found = text_for(texts);
  return found?.parts[at] ? { text: found.parts[at]!, lang: found.lang } : { text: '', lang: speech.tag };
}
export const statuses = ['contradictory', 'behind', 'no_evidence', 'no_target', 'on_course', 'ahead', 'done'] as const;
export { said };
