// What is told of a query that Postgres refused: which, and why by its code; never the values, which somebody typed.

import { NeverSent } from './orderly';

/** Takes the place of the driver's error, whose message, detail and parameters repeat what was written. */
class RefusedQuery extends Error {
  override name = 'RefusedQuery';

  constructor(
    /** Postgres's five characters, `23505`. */
    readonly code: string,
    /** The rule that was broken, where it is one. */
    readonly constraint_name: string | undefined,
    query: string,
    stack: string,
  ) {
    super([`Postgres refused a query: ${code}`, constraint_name, query].filter(Boolean).join(', '));
    this.stack = [`${this.name}: ${this.message}`, ...framesOf(stack)].join('\n');
  }
}

const framesOf = (stack: string) => stack.split('\n').filter((line) => /^\s+at /.test(line));

type FromDriver = Error & { code?: string; constraint_name?: string };

/** The error itself when it doesn't come from Postgres. Drizzle's is known by its `query` and `params`. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const query = 'query' in error && 'params' in error ? String(error.query) : null;
  if (error.cause instanceof NeverSent) return error.cause;
  const refusal = (query === null ? error : error.cause) as FromDriver | undefined;
  if (query === null && error.name !== 'PostgresError') return error;
  return new RefusedQuery(
    refusal?.code ?? 'unknown',
    refusal?.constraint_name,
    query?.slice(0, 300) ?? '',
    error.stack ?? '',
  );
}
