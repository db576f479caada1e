// What was recorded elsewhere while one reads. `tick` moves with it; whatever is shown is asked again.
class Live {
  tick = $state(0);
  sequence = $state(0);
  connected = $state(false);
}
export const live = new Live();

let source: EventSource | null = null;
let waiting = 0;

export function listen(): void {
  source?.close();
  source = new EventSource('/v1/events');
  source.addEventListener('open', () => { live.connected = true; });
  source.addEventListener('error', () => { live.connected = false; });
  source.addEventListener('recorded', (event) => {
    const said = JSON.parse((event as MessageEvent<string>).data) as { sequence: number | string };
    live.sequence = Number(said.sequence);
    // A file of a thousand rows is a thousand entries: one asking again is enough for all.
    clearTimeout(waiting);
    waiting = window.setTimeout(() => { live.tick += 1; }, 150);
  });
}
export function again(): void {
  live.tick += 1;
}
