// What happened is written down in the transaction in which it happened, in a chain nobody can mend.
import type { Tx } from '@/db/client';
import { auditEvent } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import type { AuditEventName } from './events';

/** Ids, counts and words from closed lists. Never anything a person typed. */
export type AuditDetail = Record<string, string | number | boolean | null | readonly string[]>;

/**
 * Adds a link to the chain of `subject` (a client's, staff member's or document's id, or `clinic`).
 * The database itself adds who acted. Call it last in a transaction: it holds the chain until the end.
 */
export async function record(
  tx: Tx,
  { event, subject, detail = {} }: { event: AuditEventName; subject: string; detail?: AuditDetail },
) {
  const sorted = Object.fromEntries(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)));
  await tx
    .insert(auditEvent)
    .values({ id: newId(), subject, at: clock.now(), event, detail: JSON.stringify(sorted) });
}
