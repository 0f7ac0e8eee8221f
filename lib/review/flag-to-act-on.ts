// One danger sign somebody is about to act on, held so that two people acting at once go one after the other.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { flag, flagEvent, submission } from '@/db/schema';
import { isId } from '@/lib/env/ids';
import { isOutcome } from './flags-of';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';

/** Null when there is no such flag on this submission, or it isn't for this actor to see. */
export async function flagToActOn(tx: Tx, actor: Staff, asked: { reference: string; flagId: string }) {
  if (!isClinical(actor) || !isId(asked.flagId)) return null;
  const found = await submissionByReference(tx, actor, asked.reference);
  if (!found) return null;
  await tx.select({ id: submission.id }).from(submission).where(eq(submission.id, found.id)).for('update');
  const [one] = await tx
    .select()
    .from(flag)
    .where(and(eq(flag.id, asked.flagId), eq(flag.submissionId, found.id)));
  if (!one) return null;
  const events = await tx
    .select({ kind: flagEvent.kind })
    .from(flagEvent)
    .where(eq(flagEvent.flagId, one.id));
  return { flag: one, acknowledged: events.length > 0, closed: events.some(({ kind }) => isOutcome(kind)) };
}
