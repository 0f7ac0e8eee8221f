// A list to look for, as one value however long it is: Postgres plans the question once, and need not be asked first what its values are.
import { type Column, type GetColumnData, type SQL, sql } from 'drizzle-orm';

/**
 * `column`, which holds no date or instant (Drizzle leaves lists of those as they are), holds one of `values`; of no
 * values, none. Drizzle's `inArray` has a text of its own for each length.
 */
export const oneOf = <C extends Column>(column: C, values: readonly GetColumnData<C, 'raw'>[]): SQL =>
  sql`${column} = any(${sql.param([...values])})`;
