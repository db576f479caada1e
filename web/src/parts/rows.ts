// Files from a table as it is shown: filtered and sorted, the same words as on the screen.

const needs_quotes = /[",\r\n]/;
function quoted(text: string): string {
  // A spreadsheet would run a cell that begins like a formula.
  const safe = /^[=+@\t]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return needs_quotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
// With a byte order mark, without which Excel takes Han for something else.
export function csv_of(rows: string[][]): string {
  return '\ufeff' + rows.map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n';
}

export function save(content: BlobPart, type: string, file_name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file_name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
