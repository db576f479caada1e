import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

// The logic of the verifying page as a module: what is checked offline and here is then the same text.
const verifier: Plugin = {
  name: 'verifier',
  resolveId: (id) => (id === 'virtual:verifier' ? '\0verifier' : null),
  load: (id) => {
    if (id !== '\0verifier') return null;
    const page = readFileSync(new URL('../verifier/verify.html', import.meta.url), 'utf8');
    const logic = /<script id="logic">([\s\S]*?)<\/script>/.exec(page);
    if (!logic) throw new Error('verifier/verify.html has no script "logic"');
    return `${logic[1]}\nexport default globalThis.PonteBundle;\n`;
  },
};

// How a jurisdiction is called in four languages, from the rows that every journal begins with.
const places: Plugin = {
  name: 'places',
  resolveId: (id) => (id === 'virtual:places' ? '\0places' : null),
  load: (id) => {
    if (id !== '\0places') return null;
    const [, ...rows] = readFileSync(new URL('../data/directory/jurisdictions.csv', import.meta.url), 'utf8').trim().split('\n');
    const names = rows.map((row) => [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell!.replace(/^"|"$/g, '').replaceAll('""', '"')).slice(0, 5));
    return `export default ${JSON.stringify(Object.fromEntries(names.map(([id, ...four]) => [id, four])))};\n`;
  },
};

// The service's policy allows no inline script and no inline style, so nothing may be inlined: assets stay
// files, and the style of a component goes into a sheet.
export default defineConfig({
  plugins: [svelte({ compilerOptions: { css: 'external' } }), verifier, places],
  worker: { format: 'es', plugins: () => [verifier] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    manifest: true,
    sourcemap: false,
    // What most screens share comes in one piece: twenty small files cost a cold browser more than they spare.
    rollupOptions: { output: { manualChunks: (id) => (/\/src\/base\/(?!han_variants|pinyin)|\/src\/parts\/(Act|Answer|Badge|Body|Done|Entry|Head|Mark|Say|Trouble)\.svelte|\/conference\/(plan|views|duties)|node_modules\/svelte\//.test(id) ? 'common' : undefined) } },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8480', '/verify': 'http://127.0.0.1:8480' } },
});
