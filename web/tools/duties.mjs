// Which duty is carried out, recorded or not here yet: data/duties.csv, as a module of the app. There is no
// query of it, because it speaks of the software and not of the record.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const cells = (line) => {
  const out = [];
  for (const [, quoted, bare] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) out.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
  return out;
};
const [head, ...lines] = readFileSync(here('../../data/duties.csv'), 'utf8').trim().split(/\r?\n/);
const names = cells(head);
const duties = lines.map((line) => {
  const row = Object.fromEntries(cells(line).map((cell, at) => [names[at], cell]));
  return { measure: Number(row.measure), duty: Number(row.duty), state: row.state, commands: row.command ? row.command.split(/;\s*/) : [] };
});
if (duties.length < 22 || duties.some((one) => !['carried_out', 'recorded', 'not_yet'].includes(one.state))) throw new Error('data/duties.csv is not understood');
mkdirSync(here('../generated'), { recursive: true });
writeFileSync(here('../generated/duties.json'), JSON.stringify(duties));
