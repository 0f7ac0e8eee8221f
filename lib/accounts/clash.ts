// Postgres refused a second of what there may be only one of: says which rule it was.

const UNIQUE_VIOLATION = '23505';

/** The name of the unique index or constraint that was broken; null for any other error. */
export function clashOf(error: unknown): string | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && one.code === UNIQUE_VIOLATION && 'constraint_name' in one)
      return String(one.constraint_name);
  }
  return null;
}

/** An address belongs to one account: whoever is second gets this. */
export const ADDRESS_TAKEN = 'account_email_index_unique';
