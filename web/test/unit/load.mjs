// A module of the app, as a browser would run it, for tests that need none.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

export async function load(path) {
  const made = await build({ entryPoints: [fileURLToPath(new URL(`../../src/${path}`, import.meta.url))], bundle: true, format: 'esm', write: false, target: 'es2022', logLevel: 'silent',
    // What the builder of the app puts in stands here for nothing: no words are read, no state is watched.
    define: { 'import.meta.glob': 'no_files' }, banner: { js: 'const no_files = () => ({}); const $state = (one) => one; $state.raw = $state;' } });
  return import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].contents).toString('base64')}`);
}
