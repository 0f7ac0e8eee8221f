// Rows and columns, with a caption; on a narrow screen it scrolls by itself, by keyboard too.
import type { ReactNode } from 'react';

export type TableProps = {
  caption: string;
  /** Said to a screen reader only, when a heading above already says it. */
  captionHidden?: boolean;
  head: readonly ReactNode[];
  rows: readonly (readonly ReactNode[])[];
  /** Indexes of the columns with figures: aligned at the end. */
  numeric?: readonly number[];
  /** Indexes of the columns a narrow screen has no room for: another cell of the row says the same there. */
  wideOnly?: readonly number[];
};

export function Table({ caption, captionHidden, head, rows, numeric = [], wideOnly = [] }: TableProps) {
  const align = (column: number) =>
    `${numeric.includes(column) ? 'text-end' : 'text-start'} ${wideOnly.includes(column) ? 'max-xl:hidden' : ''}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a region named by its table's caption
    <div role="region" aria-label={caption} tabIndex={0} className="relative max-w-full overflow-x-auto">
      <table className="w-full border-collapse tabular-nums">
        <caption className={captionHidden ? 'sr-only' : 'pb-2 text-start font-semibold'}>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                key={column}
                scope="col"
                className={`border-b-2 border-control py-[0.45em] pe-[1.2em] align-bottom font-semibold last:pe-0 ${align(column)}`}
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id of their own
            <tr key={line} className="hover:bg-sunk has-[[data-list-item]:focus]:bg-dusk-pale">
              {row.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  key={column}
                  className={`border-b border-line py-[0.5em] in-[.dense]:py-[0.35em] pe-[1.2em] align-top last:pe-0 ${align(column)}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
