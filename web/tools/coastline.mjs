// The world's coast for the map of corridors: Natural Earth's land at 1:110 million (public domain, through
// the package world-atlas), without borders, thinned to what a map of this size can show. Antarctica and
// small inland rings are left out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';

const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'), 'utf8'));
const thinned = simplify(presimplify(atlas), 0.35);
const lines = mesh(thinned, thinned.objects.land).coordinates
  .map((line) => line.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]))
  .filter((line) => line.length > 3 && Math.max(...line.map((one) => one[1])) > -57);
const folder = fileURLToPath(new URL('../generated/', import.meta.url));
mkdirSync(folder, { recursive: true });
const text = JSON.stringify(lines);
writeFileSync(`${folder}coastline.json`, text);
console.log(`coastline: ${lines.length} lines, ${gzipSync(text).length} bytes gzip`);
