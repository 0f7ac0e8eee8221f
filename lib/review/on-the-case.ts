// Who is on a case: the clinical lead, whom it is assigned to, whom the client meets, and whom an open danger sign went to; any clinician while it is nobody's; and whoever broke the glass.
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { isClinical, type Staff } from './submission-by-reference';

/** By `foyer.is_on_case`, the very rule the policies keep: what this says, a query sees. */
export async function isOnTheCase(
  tx: Tx,
  actor: Staff,
  { clientId }: { clientId: string },
): Promise<boolean> {
  if (!isClinical(actor)) return false;
  const [row] = await tx.execute<{ on: boolean }>(sql`select foyer.is_on_case(${clientId}::uuid) as "on"`);
  return row?.on === true;
}
