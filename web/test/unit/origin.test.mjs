// What the origin screens do themselves: reading a bill, laying out tests, windows and what is due. No rule is decided here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { bill_of, edges_of, goods_of, empty_sheet, rows_of, tree_of } = await load('desks/origin/sheet.ts');
const { windows_about } = await load('desks/origin/windows.ts');
const { due_of } = await load('desks/origin/certificates.ts');

test('a bill is read with quotes, a byte order mark, and the separator that its head has', () => {
  assert.deepEqual(rows_of('\ufeffhs;value\r\n"02;03";"4 ""0"""\r\n\r\n'), [['hs', 'value'], ['02;03', '4 "0"']]);
  assert.deepEqual(bill_of('value,HS,colour\n40,0203.11,red\n').lines, [{ hs: '0203.11', description: '', value: '40', currency: '', origin: '' }]);
  assert.deepEqual(bill_of('value,HS,colour\n40,0203.11,red\n').unknown, ['colour']);
  assert.deepEqual(bill_of('code,price\n0203.11,40\n').missing, ['hs', 'value']);
});
test('a question carries no description, no blank line, and no currency that is the price’s own', () => {
  const sheet = { ...empty_sheet(), hs: '0210.11', description: 'ham', lines: [{ hs: '0203.11', description: 'pork', value: '40', currency: 'mop', origin: 'br' }, { hs: '', description: '', value: ' ', currency: '', origin: '' }] };
  assert.deepEqual(goods_of(sheet, '2021-01-01').bill.lines, [{ hs: '0203.11', description: '', value: '40', origin: 'BR' }]);
  assert.equal(goods_of(sheet, '2021-01-01').description, '');
});
test('tests in one row are a tree again, and their edges are found', () => {
  const one = (kind, parts, text, answer) => ({ kind, parts, text, answer, why: 'met' });
  const each = [one('all', 2, '', 'yes'), one('change_of_heading', 0, 'CTH', 'yes'), one('any', 2, '', 'yes'), one('build_up', 0, 'BU 30', 'no'), one('build_down', 0, 'BD 40', 'yes')];
  const [root] = tree_of(each);
  assert.deepEqual(root.parts.map((it) => [it.test.kind, it.parts.length]), [['change_of_heading', 0], ['any', 2]]);
  assert.deepEqual(edges_of({ tried: [{ rule: 'r', each }], branches: [] }, 'build_down'), [{ percent: '40', rule: 'r', answer: 'yes' }]);
});
test('a window is open through its last day, and the next one from the day after', () => {
  const windows = [{ apply_month: 3, apply_day: 1, force_month: 7, force_day: 1 }, { apply_month: 9, apply_day: 1, force_month: 1, force_day: 1 }];
  const open = (on) => windows_about(on, windows, []).find((one) => one.state === 'open_now');
  assert.deepEqual([open('2026-09-01').from, open('2026-09-01').apply_by, open('2026-09-01').in_force_by], ['2026-03-02', '2026-09-01', '2027-01-01']);
  assert.equal(open('2026-09-02').apply_by, '2027-03-01');
});
test('what waited longest comes first, then what runs out first', () => {
  const row = (certificate, state, applied_on, valid_until = null) => ({ certificate, state, applied_on, valid_until });
  const due = due_of([row('a', 'issued', '2026-01-01', '2026-06-30'), row('b', 'applied', '2026-05-30'), row('c', 'checked', '2026-05-01'), row('d', 'issued', '2026-01-01', '2026-06-10'), row('e', 'issued', '2026-01-01', '2027-01-01'), row('f', 'used', '2026-01-01', '2026-06-02')], '2026-06-01', 60);
  assert.deepEqual(due.map((one) => [one.what, one.row.certificate, one.days]), [['issue', 'c', 31], ['check', 'b', 2], ['expires', 'd', 9], ['expires', 'a', 29]]);
});
