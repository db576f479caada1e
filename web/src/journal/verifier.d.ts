// The check of the page verifier/verify.html, taken from it when the app is built: one rule, in one place.
declare module 'virtual:verifier' {
  export interface Row { sequence: number; entry: Uint8Array | null }
  export interface Bundle {
    plan: string; audience: string; key: string; checkpoint: Uint8Array; demonstration: boolean; frozen: number;
    figures: { text: string; fields: string[] }[]; series: { name: string; list: Row[] }[];
  }
  export interface Result { ok: boolean; passed: string[]; step?: number; code?: string; subject?: string; line?: number; bundle: Bundle | null; checkpoint: { origin: string; size: number } | null }
  const verifier: { verify(bytes: Uint8Array, key: string): Result; STEPS: string[] };
  export default verifier;
}
