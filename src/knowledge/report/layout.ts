// How the tables of `npm run knowledge` are laid out.

/** A line, and its items indented below. */
export const list = (line: string, items: readonly string[]): string =>
  [line, ...items.map(item => `  ${item}`)].join('\n');

/** `17 %`. */
export const percent = (part: number, all: number): string =>
  `${(all === 0 ? 0 : (100 * part) / all).toFixed(0)} %`;

/** Columns of equal width: words to the left, numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => String(row[column]).length))) ?? [];
  const numeric = widths.map((_, column) =>
    rows.slice(1).every(row => /^[\d.]+( %)?$/.test(String(row[column]))),
  );
  return rows.map(row =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return numeric[column] ? String(cell).padStart(width) : String(cell).padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
