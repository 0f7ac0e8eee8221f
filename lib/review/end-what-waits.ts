// Somebody's way here ends: what was kept for them goes to others, and nobody is left with a task that has lost its sense.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { informationRequest, submission, submissionEnding, task } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { endWaiting } from '@/lib/scheduling/end-waiting';
import { lockClients } from '@/lib/scheduling/lock-client';
import type { TaskKind } from '@/lib/tasks/add-task';
import { type Status, type StatusVerb, transition } from './status';
import type { Staff } from './submission-by-reference';

type Found = { id: string; clientId: string };

/**
 * Holds the client's row, so that no time is booked or kept for them meanwhile, and then their submission, under whose
 * lock flags are raised and acknowledged. Whether `verb` can be made from where it stands now.
 */
export async function holdToEnd(tx: Tx, { id, clientId }: Found, verb: StatusVerb): Promise<boolean> {
  await lockClients(tx, clientId);
  const [row] = await tx
    .select({ status: submission.status })
    .from(submission)
    .where(eq(submission.id, id))
    .for('update');
  return row !== undefined && transition(verb, row.status as Status) !== null;
}

/** What they asked for themselves, such as an estimate or a question, stays to be answered. */
const SENSELESS: TaskKind[] = ['time-wanted', 'information', 'question-untold'];

/** Under the lock of `holdToEnd`. An appointment is the caller's to cancel. */
export async function endWhatWaits(tx: Tx, actor: Staff, { id, clientId }: Found) {
  const now = clock.now();
  await endWaiting(tx, clientId, 'staff');
  await tx
    .update(task)
    .set({ doneAt: now, doneBy: actor.id })
    .where(and(eq(task.clientId, clientId), oneOf(task.kind, SENSELESS), isNull(task.doneAt)));
  await tx
    .update(informationRequest)
    .set({ endedAt: now, endedBy: 'staff' })
    .where(and(eq(informationRequest.submissionId, id), isNull(informationRequest.endedAt)));
}

/** Writes down, for staff alone, how it ended and why. */
export const noteEnding = (
  tx: Tx,
  actor: Staff,
  { id, clientId }: Found,
  how: Pick<typeof submissionEnding.$inferInsert, 'kind' | 'reason'>,
) =>
  tx.insert(submissionEnding).values({
    ...{ id: newId(), submissionId: id, clientId, endedBy: actor.id, endedAt: clock.now() },
    ...how,
  });
