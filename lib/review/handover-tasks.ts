// While something of somebody's who left is in nobody's hands, there is one task that says so.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { task } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { addTask } from '@/lib/tasks/add-task';
import type { Staff } from './submission-by-reference';
import { type Leaves, leavesNothing } from './what-they-leave';

/** Hours in which what somebody left has to be handed over. */
const HANDOVER_HOURS = 24;

/** One open task a person, while anything of theirs is left to hand over. */
export async function taskToHandOver(tx: Tx, staffId: string, leaves: Leaves) {
  if (leavesNothing(leaves)) return;
  const open = await openHandovers(tx, staffId);
  if (open.length > 0) return;
  const dueAt = new Date(clock.now().getTime() + HANDOVER_HOURS * 3_600_000);
  await addTask(tx, { kind: 'handover', aboutId: staffId, dueAt });
}

/** Closes it: `by` did, or there is nothing to hand over any more. Says how many there were. */
export async function closeHandovers(tx: Tx, staffId: string, by: Staff): Promise<number> {
  const open = await openHandovers(tx, staffId);
  if (open.length > 0)
    await tx
      .update(task)
      .set({ doneAt: clock.now(), doneBy: by.id })
      .where(
        oneOf(
          task.id,
          open.map(({ id }) => id),
        ),
      );
  return open.length;
}

export const openHandovers = (tx: Tx, staffId: string) =>
  tx
    .select({ id: task.id, dueAt: task.dueAt })
    .from(task)
    .where(and(eq(task.aboutId, staffId), eq(task.kind, 'handover'), isNull(task.doneAt)));
