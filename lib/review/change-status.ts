// The one place where a submission's status changes: by the table, under a lock, with its line in the record.
import { and, eq, isNull } from 'drizzle-orm';
import type { Actor, Tx } from '@/db/client';
import { submission, task } from '@/db/schema';
import type { AuditDetail } from '@/lib/audit/record';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { type NotToActOn, whyNotToActOn } from './on-the-case';
import { mayMake, type Status, type StatusVerb, transition } from './status';

export type StatusRefusal = 'not-allowed' | NotToActOn | 'not-now';

type Moved = { ok: true; status: Status } | { ok: false; reason: StatusRefusal };

/**
 * Makes the change `verb` to the submission with this id, which the caller has found to be the actor's to change.
 * Refused: `not-allowed` (not for this actor, by the table), `not-on-the-case` (theirs to make, and not of this client's),
 * `only-opened` (they opened the file with a reason, which decides nothing), `not-now` (not from the status it is in).
 */
export async function changeStatus(
  tx: Tx,
  actor: Actor,
  submissionId: string,
  verb: StatusVerb,
  more: { set?: Partial<typeof submission.$inferInsert>; detail?: AuditDetail } = {},
): Promise<Moved> {
  if (!mayMake(verb, actor)) return { ok: false, reason: 'not-allowed' };
  // Two at once go one after the other; the second finds the status changed.
  const [row] = await tx
    .select({ status: submission.status, clientId: submission.clientId })
    .from(submission)
    .where(eq(submission.id, submissionId))
    .for('update');
  const notTheirs = row && actor.kind === 'staff' && (await whyNotToActOn(tx, actor, row));
  if (notTheirs) return { ok: false, reason: notTheirs };
  const change = row && transition(verb, row.status);
  if (!change) return { ok: false, reason: 'not-now' };
  const now = clock.now();
  await tx
    .update(submission)
    .set({ ...more.set, status: change.to, changedAt: now })
    .where(eq(submission.id, submissionId));
  // Whoever decides, or asks for more, has read what was given.
  if (change.from === 'in-review' && actor.kind === 'staff')
    await tx
      .update(task)
      .set({ doneAt: now, doneBy: actor.id })
      .where(and(eq(task.clientId, row.clientId), eq(task.kind, 'information'), isNull(task.doneAt)));
  const detail = { ...more.detail, submission: submissionId, from: change.from, to: change.to };
  await record(tx, { event: change.event, subject: row.clientId, detail });
  return { ok: true, status: change.to };
}
