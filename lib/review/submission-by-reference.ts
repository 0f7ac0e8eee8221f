// A submission by its reference, if this member of staff may know of it: an unsent one only once it holds a danger sign, or its client asked to be given a time.
import { and, eq, exists, isNull, ne, or, sql } from 'drizzle-orm';
import type { Actor, Tx } from '@/db/client';
import { flag, submission, task } from '@/db/schema';

export type Staff = Extract<Actor, { kind: 'staff' }>;

/** Clinicians and the clinical lead; nobody else sees a clinical answer or a flag. */
export const isClinical = (actor: Staff): boolean =>
  actor.roles.includes('clinician') || actor.roles.includes('lead');

/** What of `submission` staff may know of at all. The policies say the same of flags: front desk has none. */
export const knownToStaff = (tx: Tx, actor: Staff) =>
  or(
    ne(submission.status, 'draft'),
    exists(
      tx
        .select({ one: sql`1` })
        .from(task)
        .where(
          and(eq(task.clientId, submission.clientId), eq(task.kind, 'time-wanted'), isNull(task.doneAt)),
        ),
    ),
    isClinical(actor)
      ? exists(tx.select({ one: sql`1` }).from(flag).where(eq(flag.submissionId, submission.id)))
      : undefined,
  );

/** Null for one that doesn't exist and for one that isn't theirs to see, alike. */
export async function submissionByReference(tx: Tx, actor: Staff, reference: string) {
  const [row] = await tx
    .select()
    .from(submission)
    .where(and(eq(submission.reference, reference.toUpperCase()), knownToStaff(tx, actor)));
  return row ?? null;
}
