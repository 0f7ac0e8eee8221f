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

/** Of every cell, said once: a queue has two hundred of them, and each word in one is sent twice. */
const CELLS =
  '[&_td]:border-b [&_td]:border-line [&_td]:py-[0.5em] in-[.dense]:[&_td]:py-[0.35em] [&_td]:pe-[1.2em] [&_td]:align-top [&_td]:last:pe-0';
const HEADS =
  '[&_th]:border-b-2 [&_th]:border-control [&_th]:py-[0.45em] [&_th]:pe-[1.2em] [&_th]:align-bottom [&_th]:font-semibold [&_th]:last:pe-0';
const ROWS = '[&>tbody>tr]:hover:bg-sunk [&>tbody>tr]:has-[[data-list-item]:focus]:bg-dusk-pale';

export function Table({ caption, captionHidden, head, rows, numeric = [], wideOnly = [] }: TableProps) {
  const at = (column: number, start?: string) =>
    [numeric.includes(column) ? 'text-end' : start, wideOnly.includes(column) && 'max-xl:hidden']
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a region named by its table's caption
    <div role="region" aria-label={caption} tabIndex={0} className="relative max-w-full overflow-x-auto">
      <table className={`w-full border-collapse text-start tabular-nums ${HEADS} ${CELLS} ${ROWS}`}>
        <caption className={captionHidden ? 'sr-only' : 'pb-2 text-start font-semibold'}>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                key={column}
                scope="col"
                className={at(column, 'text-start')}
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id of their own
            <tr key={line}>
              {row.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  key={column}
                  className={at(column)}
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
