// What an officer has before him of one good: what was typed, how it is asked, and the file that a bill comes in.
import type { OriginDeterminationAnswer, OriginGoods, OriginTestShown } from '../../contract';

export interface SheetLine { hs: string; description: string; value: string; currency: string; origin: string }
export interface SheetRate { rate: string; period: string; source: string }
export interface Sheet {
  set: string; from: string; to: string; hs: string; version: string; description: string; on: string; currency: string; fob: string; ex_works: string; labour: string; development: string;
  wholly: string; waste: boolean; consignment: string; processes: string[]; lines: SheetLine[]; rates: Record<string, SheetRate>;
}
export const empty_line = (): SheetLine => ({ hs: '', description: '', value: '', currency: '', origin: '' });
export const empty_sheet = (): Sheet => ({ set: '', from: 'MO', to: 'CN', hs: '', version: '', description: '', on: '', currency: 'MOP', fob: '', ex_works: '', labour: '', development: '', wholly: '', waste: false, consignment: '', processes: [], lines: [empty_line()], rates: {} });

export const columns = ['hs', 'description', 'value', 'currency', 'origin'] as const satisfies readonly (keyof SheetLine)[];
export const versions = ['hs2002', 'hs2007', 'hs2012', 'hs2017', 'hs2022'] as const satisfies readonly NonNullable<OriginGoods['version']>[];
export const consignments = ['direct', 'through_hong_kong', 'through_elsewhere'] as const;
export const is_blank = (one: SheetLine): boolean => columns.every((key) => one[key].trim() === '');
// Currencies of the bill that are not the price's: each needs its rate of the day.
export const foreign_currencies = (sheet: Sheet): string[] => [...new Set(sheet.lines.map((one) => one.currency.trim().toUpperCase()))].filter((one) => one !== '' && one !== sheet.currency.trim().toUpperCase()).sort();

const said = (text: string): string | undefined => text.trim() || undefined;
const spare = <T extends object>(all: T): T => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;
// The question about the good. Descriptions stay here: the rules ask for none, and a question must fit into an address.
export function goods_of(sheet: Sheet, on: string): Record<string, unknown> {
  const own = sheet.currency.trim().toUpperCase();
  return spare({
    set: said(sheet.set), from: said(sheet.from), to: said(sheet.to), hs: sheet.hs.trim(), version: said(sheet.version), description: '', on,
    bill: spare({
      currency: own, fob: said(sheet.fob), ex_works: said(sheet.ex_works), labour: said(sheet.labour), development: said(sheet.development),
      lines: sheet.lines.filter((one) => !is_blank(one)).map((one) => spare({ hs: one.hs.trim(), description: '', value: one.value.trim(), currency: said(one.currency)?.toUpperCase() === own ? undefined : said(one.currency)?.toUpperCase(), origin: said(one.origin)?.toUpperCase() })),
      rates: foreign_currencies(sheet).flatMap((currency) => { const one = sheet.rates[currency]; return one?.rate.trim() ? [{ currency, rate: one.rate.trim(), period: one.period.trim() || on, source: one.source }] : []; }),
      processes: sheet.processes, wholly_obtained: sheet.wholly === 'yes' ? true : sheet.wholly === 'no' ? false : undefined, waste_or_scrap: sheet.waste,
    }),
  });
}
// Without a code, a currency, and a code and a value in every line there is nothing to ask yet.
export const is_ready = (sheet: Sheet): boolean => sheet.hs.trim() !== '' && sheet.currency.trim() !== '' && sheet.lines.every((one) => is_blank(one) || (one.hs.trim() !== '' && one.value.trim() !== ''));
// A request's head is bounded by the service; a longer question would only come back.
export const question_max = 14000;
export const length_of = (goods: Record<string, unknown>): number => encodeURIComponent(JSON.stringify(goods)).length;

// RFC 4180, with a byte order mark or without, and with the separator that the first line has.
export function rows_of(text: string): string[][] {
  const clean = text.replace(/^\ufeff/, '');
  const first = clean.split(/\r?\n/, 1)[0] ?? '';
  const separator = [',', ';', '\t'].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best), ',');
  const rows: string[][] = [];
  let row: string[] = [], cell = '', quoted = false;
  for (let at = 0; at < clean.length; at += 1) {
    const one = clean[at]!;
    if (quoted) { if (one !== '"') cell += one; else if (clean[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false; }
    else if (one === '"' && cell === '') quoted = true;
    else if (one === separator) { row.push(cell); cell = ''; }
    else if (one === '\n' || one === '\r') { if (one === '\r' && clean[at + 1] === '\n') at += 1; rows.push([...row, cell]); row = []; cell = ''; }
    else cell += one;
  }
  if (cell !== '' || row.length) rows.push([...row, cell]);
  return rows.filter((each) => each.some((one) => one.trim() !== ''));
}
export interface BillRead { lines: SheetLine[]; missing: string[]; unknown: string[] }
// The bill in a file: its columns in any order; one that it must have and has not is named, as is one that nobody reads.
export function bill_of(text: string): BillRead {
  const [head = [], ...rows] = rows_of(text);
  const names = head.map((one) => one.trim().toLowerCase());
  const missing = ['hs', 'value'].filter((one) => !names.includes(one));
  const unknown = names.filter((one) => one !== '' && !columns.some((known) => known === one));
  const lines = missing.length ? [] : rows.map((row) => { const line = empty_line(); for (const key of columns) { const at = names.indexOf(key); if (at >= 0) line[key] = (row[at] ?? '').trim(); } return line; });
  return { lines: lines.filter((one) => !is_blank(one)), missing, unknown };
}

// The edges that the rules name for a share of the price: their tests are written "BU 30", "BD 40".
export interface Edge { percent: string; rule: string; answer: OriginTestShown['answer'] }
export function edges_of(all: OriginDeterminationAnswer, kind: 'build_up' | 'build_down'): Edge[] {
  const found: Edge[] = [];
  for (const tried of [...all.tried, ...all.branches]) for (const test of tried.each) {
    const percent = test.kind === kind ? /([\d.]+)\s*$/.exec(test.text)?.[1] : undefined;
    if (percent && !found.some((one) => one.percent === percent && one.rule === tried.rule)) found.push({ percent, rule: tried.rule, answer: test.answer });
  }
  return found;
}
// Tests come in one row, each with the number of its parts; here they are a tree again.
export interface TestNode { test: OriginTestShown; parts: TestNode[] }
export function tree_of(each: OriginTestShown[]): TestNode[] {
  let at = 0;
  const next = (): TestNode | null => { const test = each[at]; if (!test) return null; at += 1; const parts: TestNode[] = []; for (let n = 0; n < test.parts; n += 1) { const one = next(); if (one) parts.push(one); } return { test, parts }; };
  const roots: TestNode[] = [];
  for (let one = next(); one; one = next()) roots.push(one);
  return roots;
}
