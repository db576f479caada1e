// Light, dark, or as the machine is set. Kept in this browser.
export type Theme = 'auto' | 'light' | 'dark';

export function theme(): Theme {
  try {
    const kept = localStorage.getItem('ponte.theme');
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch { return 'auto'; }
}
export function dress(as: Theme = theme()): void {
  if (as === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = as;
  try {
    if (as === 'auto') localStorage.removeItem('ponte.theme');
    else localStorage.setItem('ponte.theme', as);
  } catch { /* worn for this visit only */ }
}
