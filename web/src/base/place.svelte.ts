// Where the reader is: path and query of the address, nothing hidden beside it, so that any link can be
// sent to a colleague and shows him the same.
class Place {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));
  // Counts arrivals by link, so that a screen knows that it was opened anew.
  arrivals = $state(0);
  get at(): string { return this.query.get('at') ?? ''; }
  get plan(): string { return this.query.get('plan') ?? ''; }
}
export const place = new Place();

function read(): void {
  const path = decodeURI(location.pathname);
  if (path !== place.path) place.path = path;
  place.query = new URLSearchParams(location.search);
}

// An address inside the app. The position one stands at and the plan one reads go along.
export function to(path: string, query: Record<string, string | number | null | undefined> = {}): string {
  const [before, hash] = path.split('#');
  const [bare, own] = before!.split('?');
  const all = new URLSearchParams(own);
  for (const kept of ['at', 'plan']) {
    const value = place.query.get(kept);
    if (value && !all.has(kept)) all.set(kept, value);
  }
  for (const [key, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') all.delete(key);
    else all.set(key, String(value));
  }
  const text = all.toString();
  return encodeURI(bare!) + (text ? `?${text}` : '') + (hash ? `#${hash}` : '');
}

export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  read();
  if (how === 'push') {
    place.arrivals += 1;
    scrollTo(0, 0);
  }
}

// State of a screen (a filter, a tab) that belongs into the address without a new entry in the history.
export function keep(changes: Record<string, string | number | null | undefined>): void {
  go(to(place.path, { ...Object.fromEntries(place.query), ...changes }), 'replace');
}

export function begin(): void {
  addEventListener('popstate', () => {
    const before = place.path;
    read();
    if (before !== place.path) place.arrivals += 1;
  });
  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest('a');
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (/^\/(v1|verify|metrics)(\/|$)/.test(link.pathname)) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  });
}
