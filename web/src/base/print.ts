// On paper nothing can be opened: what is folded in is unfolded for printing, and folded in again.
let opened: HTMLDetailsElement[] = [];

export function unfold(): void {
  for (const one of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
    if (one.closest('.no-print')) continue;
    one.open = true;
    opened.push(one);
  }
}
export function fold_again(): void {
  for (const one of opened) one.open = false;
  opened = [];
}
export function mind_printing(): void {
  addEventListener('beforeprint', unfold);
  addEventListener('afterprint', fold_again);
}
