// A day as the record knows it. Where only the latest day is known, the record's span begins at the beginning of its
// calendar, and that is no fact: what is said is the day before which it was.
import { t } from '../../base/words.svelte';

export function when(date: string | null | undefined): string {
  const open = /^1900-01-01\/(.+)$/.exec(date ?? '');
  return open ? t('accords.until_day', open[1]) : date ?? '';
}
