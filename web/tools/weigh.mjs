// Holds the build to its budget: script and style of the first load, and the map, in gzip.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
const weight = (file) => gzipSync(readFileSync(dist + file), { level: 9 }).length;
const first = new Set();
const follow = (key) => {
  const chunk = manifest[key];
  if (!chunk || first.has(chunk.file)) return;
  first.add(chunk.file);
  for (const sheet of chunk.css ?? []) first.add(sheet);
  for (const next of chunk.imports ?? []) follow(next);
};
follow('index.html');
follow('src/desks/conference/Home.svelte');
// The words that every screen begins with; those of commands and of agreements come with the screens that need them.
const heaviest = (folder) => Math.max(...Object.entries(manifest).filter(([key]) => folder.test(key)).map(([, one]) => weight(one.file)));
const words = heaviest(/^src\/words\/[^/]+$/), later = heaviest(/^src\/words\/[^/]+\/./);
const script = [...first].filter((one) => one.endsWith('.js')).reduce((sum, one) => sum + weight(one), 0);
const style = [...first].filter((one) => one.endsWith('.css')).reduce((sum, one) => sum + weight(one), 0);
const map = gzipSync(readFileSync(new URL('../generated/coastline.json', import.meta.url)), { level: 9 }).length;
const all = readdirSync(`${dist}assets`).reduce((sum, one) => sum + weight(`assets/${one}`), 0);
console.log(`first load: script ${script}, style ${style}, words of a language at most ${words} (later ${later} more); map ${map}; everything ${all} bytes gzip`);
if (script + words > 60 * 1024 || style > 25 * 1024 || map > 25 * 1024) {
  console.error('over the budget of 60 KiB script with words, 25 KiB style, 25 KiB map');
  process.exit(1);
}
