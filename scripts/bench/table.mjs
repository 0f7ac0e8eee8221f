// A table that can be read in a terminal: the first column to the left, figures to the right.

/** `rows`: arrays of text, the first of them the headings. */
export function table(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const line = (row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('   ');
  const [head, ...body] = rows;
  return [line(head), widths.map((width) => '─'.repeat(width)).join('   '), ...body.map(line)].join('\n');
}

/** The middle one; of an even number the lower of the two. */
export const median = (numbers) => [...numbers].sort((one, other) => one - other)[(numbers.length - 1) >> 1];
