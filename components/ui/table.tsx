// Rows and columns, with a caption. With no room for its columns each row is a card, and each of its cells says what it is; a table of a few columns scrolls by itself, by keyboard too.
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

/** Up to so many columns stand side by side on a phone too. */
const FEW = 3;

/** Said outright: some browsers forget what a table is once it is laid out as anything else. */
const as = (role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'cell') => ({ role });

export function Table(table: TableProps) {
  const { caption, captionHidden, head, rows, numeric = [], wideOnly = [] } = table;
  // How every cell looks is said once, in `ruled`: a queue has two hundred of them.
  const only = (column: number) =>
    [numeric.includes(column) && 'text-end', wideOnly.includes(column) && 'wide-only max-xl:hidden']
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region named by its table's caption
    <div
      role="region"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="table-room relative w-full overflow-x-auto"
    >
      <table
        {...as('table')}
        className={`ruled w-full border-collapse tabular-nums ${becomesCards(head) ? 'becomes-cards' : ''}`}
      >
        <caption className={captionHidden ? 'sr-only' : 'pb-2 text-start font-semibold'}>{caption}</caption>
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            {head.map((cell, column) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                key={column}
                scope="col"
                {...as('columnheader')}
                className={only(column)}
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id of their own
            <tr key={line} {...as('row')}>
              {row.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  key={column}
                  {...as('cell')}
                  data-column={nameOf(head[column])}
                  className={only(column)}
                >
                  <div>{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Only where each column has plain words to stand beside its cells. */
const becomesCards = (head: TableProps['head']): boolean =>
  head.length > FEW && head.every((cell) => nameOf(cell) !== undefined);

const nameOf = (cell: ReactNode): string | undefined => (typeof cell === 'string' ? cell : undefined);
