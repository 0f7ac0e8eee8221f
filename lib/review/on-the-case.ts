// Who is on a case: the clinical lead, whom it is assigned to, whom the client meets, and whom an open danger sign went to; any clinician while it is nobody's. Whoever broke the glass, or took a danger sign in hand, reads as they do, and decides nothing.
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { isClinical, type Staff } from './submission-by-reference';

/** Whether they read the case. By `foyer.is_on_case`, the very rule the policies keep: what this says, a query sees. */
export async function isOnTheCase(
  tx: Tx,
  actor: Staff,
  { clientId }: { clientId: string },
): Promise<boolean> {
  if (!isClinical(actor)) return false;
  const [row] = await tx.execute<{ on: boolean }>(sql`select foyer.is_on_case(${clientId}::uuid) as "on"`);
  return row?.on === true;
}

/** `only-opened`: they opened the file with a reason, or by taking a danger sign in hand, which lets them read it, note on it and see to a danger sign. */
export type NotToActOn = 'not-on-the-case' | 'only-opened';

/** Why they decide nothing about the case; null when they may. By `foyer.acts_on_case`, as the policies do. */
export async function whyNotToActOn(
  tx: Tx,
  actor: Staff,
  { clientId }: { clientId: string },
): Promise<NotToActOn | null> {
  if (!isClinical(actor)) return 'not-on-the-case';
  const [row] = await tx.execute<{ acts: boolean; reads: boolean }>(
    sql`select foyer.acts_on_case(${clientId}::uuid) as acts, foyer.is_on_case(${clientId}::uuid) as reads`,
  );
  if (row?.acts) return null;
  return row?.reads ? 'only-opened' : 'not-on-the-case';
}
