// "That wasn't me": whoever is signed in stops a recovery they did not ask for, and staff are set to look into it.
import { and, eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { addressChange } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { clock } from '@/lib/env/clock';
import { addTask } from '@/lib/tasks/add-task';
import { changeIsOpen } from './address-change';

/** Staffed hours staff have to find out who was at the desk. */
const HOURS = 4;

/** Stopped twice is once. Refused: `none` (none is open). */
export async function stopRecovery(
  actor: Actor & { kind: 'client' },
): Promise<{ ok: true } | { ok: false; reason: 'none' }> {
  return as(actor, async (tx) => {
    const [stopped] = await tx
      .update(addressChange)
      .set({ cancelledAt: clock.now(), cancelledBy: 'client' })
      .where(and(eq(addressChange.accountId, actor.id), changeIsOpen('recovery')))
      .returning({ id: addressChange.id });
    if (!stopped) return { ok: false, reason: 'none' };
    await addTask(tx, {
      kind: 'recovery',
      clientId: actor.id,
      aboutId: stopped.id,
      dueAt: afterStaffedHours(await clinicOf(tx), clock.now(), HOURS),
    });
    await record(tx, { event: 'recovery.stopped', subject: actor.id, detail: { change: stopped.id } });
    return { ok: true };
  });
}
