// A client whom nobody here can see as things are asks to be given a time: staff get the task, and the client goes on meanwhile.
import { and, desc, eq, isNull } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { client, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { clock } from '@/lib/env/clock';
import { addTask } from '@/lib/tasks/add-task';
import { bookingFacts } from './booking-facts';
import { cliniciansFor } from './clinicians';
import { type MayNotBook, whyNotReady } from './may-book';

/** Two working days of eight hours; a clinic that set no hours gets two days by the clock. */
const WITHIN_STAFFED_HOURS = 16;
const WITHIN_MS = 48 * 60 * 60 * 1000;

export type TimeRequest = { id: string; askedAt: Date; dueAt: Date; done: boolean };

type Asked = { ok: true } | { ok: false; reason: MayNotBook | 'can-be-seen' };

/** The newest one; null when they never asked. */
export async function timeRequestOf(tx: Tx, clientId: string): Promise<TimeRequest | null> {
  const [found] = await tx
    .select()
    .from(task)
    .where(and(eq(task.clientId, clientId), eq(task.kind, 'time-wanted')))
    .orderBy(desc(task.createdAt))
    .limit(1);
  return (
    (found && { id: found.id, askedAt: found.createdAt, dueAt: found.dueAt, done: found.doneAt !== null }) ??
    null
  );
}

/** The same, for the client's own page. */
export const ownTimeRequest = (actor: Actor & { kind: 'client' }): Promise<TimeRequest | null> =>
  as(actor, (tx) => timeRequestOf(tx, actor.id));

/**
 * Asked twice is once. Refused with what stands before booking, and `can-be-seen` when somebody can see them: they
 * choose a time, or wait for one (`join-waitlist.ts`).
 */
export async function askForTime(actor: Actor & { kind: 'client' }): Promise<Asked> {
  return as(actor, async (tx) => {
    await tx.select({ id: client.id }).from(client).where(eq(client.id, actor.id)).for('update');
    const facts = await bookingFacts(tx, actor.id);
    const reason = whyNotReady(facts);
    if (reason) return { ok: false, reason };
    const before = await timeRequestOf(tx, actor.id);
    if (before && !before.done) return { ok: true };
    if ((await cliniciansFor(tx, facts)).length > 0) return { ok: false, reason: 'can-be-seen' };
    const clinic = await clinicOf(tx);
    const now = clock.now();
    const dueAt =
      clinic.hours.length > 0
        ? afterStaffedHours(clinic, now, WITHIN_STAFFED_HOURS)
        : new Date(now.getTime() + WITHIN_MS);
    const id = await addTask(tx, { kind: 'time-wanted', clientId: actor.id, dueAt });
    await record(tx, { event: 'time.asked', subject: actor.id, detail: { task: id } });
    return { ok: true };
  });
}

/** Whoever has a time no longer waits for one. */
export async function endTimeRequest(tx: Tx, clientId: string) {
  await tx
    .update(task)
    .set({ doneAt: clock.now() })
    .where(and(eq(task.clientId, clientId), eq(task.kind, 'time-wanted'), isNull(task.doneAt)));
}
