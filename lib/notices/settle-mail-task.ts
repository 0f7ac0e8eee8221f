// Staff have seen to a mail that could not be delivered, such as by calling.
import { and, eq, isNull } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { notice, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { isReference } from '@/lib/env/ids';
import { MAIL_TASKS } from './notice-to-read';

type Staff = Extract<Actor, { kind: 'staff' }>;

/** Twice is once. Refused: `not-open`, where nothing waits under that reference. */
export async function settleMailTask(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-open' }> {
  if (!isReference(reference)) return { ok: false, reason: 'not-open' };
  return as(actor, async (tx) => {
    const [row] = await tx.select().from(notice).where(eq(notice.reference, reference));
    if (!row) return { ok: false, reason: 'not-open' };
    const done = await tx
      .update(task)
      .set({ doneAt: clock.now(), doneBy: actor.id })
      .where(and(eq(task.aboutId, row.id), oneOf(task.kind, MAIL_TASKS), isNull(task.doneAt)))
      .returning({ kind: task.kind });
    const [first] = done;
    if (!first) return { ok: false, reason: 'not-open' };
    await record(tx, {
      event: 'task.settled',
      subject: row.accountId ?? 'clinic',
      detail: { kind: first.kind, notice: row.id },
    });
    return { ok: true };
  });
}
