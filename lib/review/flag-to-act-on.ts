// One danger sign somebody is about to act on, held so that two people acting at once go one after the other.
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { flag, flagEvent, submission } from '@/db/schema';
import { isId } from '@/lib/env/ids';
import { isOutcome } from './flag-events';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';

/** A flag by its id, on the submission of that reference. */
export type FlagAsked = { reference: string; flagId: string };

/** Null when there is no such flag on this submission, or it isn't for this actor to see. */
export async function flagToActOn(tx: Tx, actor: Staff, asked: FlagAsked) {
  if (!isClinical(actor) || !isId(asked.flagId)) return null;
  const found = await submissionByReference(tx, actor, asked.reference);
  if (!found) return null;
  await holdFlagsOf(tx, found.id);
  const [one] = await tx
    .select()
    .from(flag)
    .where(and(eq(flag.id, asked.flagId), eq(flag.submissionId, found.id)));
  if (!one) return null;
  const events = await tx
    .select({ kind: flagEvent.kind, byId: flagEvent.byId })
    .from(flagEvent)
    .where(eq(flagEvent.flagId, one.id))
    .orderBy(asc(flagEvent.at), asc(flagEvent.id));
  return {
    flag: one,
    acknowledged: events.length > 0,
    holderId: events.findLast(({ kind }) => kind === 'acknowledged' || kind === 'taken-over')?.byId ?? null,
    attempts: events.filter(({ kind }) => kind === 'attempt').length,
    closed: events.some(({ kind }) => isOutcome(kind)),
  };
}

/** Whoever acts on a flag of this submission next waits until this transaction ends. */
export async function holdFlagsOf(tx: Tx, submissionId: string) {
  await tx
    .select({ id: submission.id })
    .from(submission)
    .where(eq(submission.id, submissionId))
    .for('update');
}
