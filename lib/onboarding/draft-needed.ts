// What keeps unsent forms beyond their time: somebody here still needs them.
import { and, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment, submission, task, waitlistEntry } from '@/db/schema';

/**
 * Of `submission`: an appointment that is booked or took place, for which staff need to know whom they see; a place on the
 * waiting list; an answer of ours they wait for; and a danger sign that nobody has closed.
 */
export const isNeeded = (tx: Tx): SQL =>
  or(isMet(tx), isWaiting(tx), isOwedAnAnswer(tx), holdsDanger) ?? sql`false`;

const one = { one: sql`1` };

const isMet = (tx: Tx) =>
  exists(
    tx
      .select(one)
      .from(appointment)
      .where(
        and(eq(appointment.clientId, submission.clientId), oneOf(appointment.status, ['booked', 'attended'])),
      ),
  );

const isWaiting = (tx: Tx) =>
  exists(
    tx
      .select(one)
      .from(waitlistEntry)
      .where(and(eq(waitlistEntry.clientId, submission.clientId), isNull(waitlistEntry.endedAt))),
  );

const isOwedAnAnswer = (tx: Tx) =>
  exists(
    tx
      .select(one)
      .from(task)
      .where(
        and(
          eq(task.clientId, submission.clientId),
          oneOf(task.kind, ['question', 'withdrawal', 'time-wanted']),
          isNull(task.doneAt),
        ),
      ),
  );

/** A danger sign that nobody has closed. */
const holdsDanger = sql<boolean>`foyer.has_open_flags(${submission.id})`;
