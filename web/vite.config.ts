import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The service's policy allows no inline script and no inline style, so nothing may be inlined: assets stay
// files, and the style of a component goes into a sheet.
export default defineConfig({
  plugins: [svelte({ compilerOptions: { css: 'external' } })],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    manifest: true,
    sourcemap: false,
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8480', '/verify': 'http://127.0.0.1:8480' } },
});
