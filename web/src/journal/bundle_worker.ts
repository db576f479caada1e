// Checks a bundle beside the page, so that the page stays usable meanwhile.
import verifier from 'virtual:verifier';

export interface Checked {
  ok: boolean; steps: string[]; passed: number; code: string; subject: string; line: number; ms: number;
  plan: string; audience: string; origin: string; size: number; frozen: number; figures: number; shown: number; hidden: number; note: string; demonstration: boolean;
}
addEventListener('message', (event: MessageEvent<{ octets: Uint8Array; key: string }>) => {
  const began = performance.now();
  const result = verifier.verify(event.data.octets, event.data.key);
  const rows = result.bundle?.series.flatMap((series) => series.list) ?? [];
  const shown = rows.filter((row) => row.entry).length;
  const checked: Checked = {
    ok: result.ok, steps: verifier.STEPS, passed: result.passed.length, code: result.code ?? '', subject: result.subject ?? '', line: result.line ?? 0, ms: Math.round(performance.now() - began),
    plan: result.bundle?.plan ?? '', audience: result.bundle?.audience ?? '', origin: result.checkpoint?.origin ?? '', size: result.checkpoint?.size ?? 0, frozen: result.bundle?.frozen ?? 0,
    figures: result.bundle?.figures.length ?? 0, shown, hidden: rows.length - shown, note: result.bundle ? new TextDecoder().decode(result.bundle.checkpoint) : '', demonstration: result.bundle?.demonstration ?? false,
  };
  postMessage(checked);
});
