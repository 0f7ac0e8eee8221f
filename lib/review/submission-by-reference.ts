// A submission by its reference, if this member of staff may know of it: an unsent one only once somebody must act on it, or its client is expected.
import { and, eq, exists, isNull, ne, or, sql } from 'drizzle-orm';
import type { Actor, Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment, flag, submission, task, waitlistEntry } from '@/db/schema';
import type { TaskKind } from '@/lib/tasks/add-task';

export type Staff = Extract<Actor, { kind: 'staff' }>;

/** Clinicians and the clinical lead; nobody else sees a clinical answer or a flag. */
export const isClinical = (actor: Staff): boolean =>
  actor.roles.includes('clinician') || actor.roles.includes('lead');

/** An unsent one that waits for somebody: its client asked to be given a time, or, for clinicians, it holds a danger sign. */
export const pressesBeforeSending = (tx: Tx, actor: Staff) =>
  or(
    hasOpenTask(tx, ['time-wanted']),
    // The policies say the same of flags: front desk has none.
    isClinical(actor)
      ? exists(tx.select({ one: sql`1` }).from(flag).where(eq(flag.submissionId, submission.id)))
      : undefined,
  );

/** Its client has an appointment that was not cancelled. */
export const isBooked = (tx: Tx) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(appointment)
      .where(and(eq(appointment.clientId, submission.clientId), ne(appointment.status, 'cancelled'))),
  );

/** Its client waits for a time to come free. */
const isWaiting = (tx: Tx) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(waitlistEntry)
      .where(and(eq(waitlistEntry.clientId, submission.clientId), isNull(waitlistEntry.endedAt))),
  );

/** What of `submission` staff may know of at all. Of whom to expect the policies say the same (`foyer.is_expected`). */
export const knownToStaff = (tx: Tx, actor: Staff) =>
  or(
    ne(submission.status, 'draft'),
    isBooked(tx),
    isWaiting(tx),
    hasOpenTask(tx, ['question', 'withdrawal']),
    pressesBeforeSending(tx, actor),
  );

const hasOpenTask = (tx: Tx, kinds: TaskKind[]) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(task)
      .where(and(eq(task.clientId, submission.clientId), oneOf(task.kind, kinds), isNull(task.doneAt))),
  );

/** Null for one that doesn't exist and for one that isn't theirs to see, alike. */
export async function submissionByReference(tx: Tx, actor: Staff, reference: string) {
  const [row] = await tx
    .select()
    .from(submission)
    .where(and(eq(submission.reference, reference.toUpperCase()), knownToStaff(tx, actor)));
  return row ?? null;
}
