// A client asks for an estimate, whether they have booked or not; staff owe it within three working days.
import { eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { client, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { answersOf } from '@/lib/forms/answers-of';
import { clientFacts } from '@/lib/forms/client-facts';
import { openIntake } from '@/lib/forms/open-intake';
import { estimateDueOnRequest } from '@/lib/scheduling/estimate-due';
import { addTask } from '@/lib/tasks/add-task';
import { openTasks } from './client-for-estimate';

type Client = Extract<Actor, { kind: 'client' }>;

export type Requested = { ok: true; dueAt: Date } | { ok: false; reason: Exclude<MayRequest, 'yes'> };
export type MayRequest = 'yes' | 'not-here' | 'not-for-us' | 'answer-first';

/**
 * Asked twice is once, and asking puts off nothing. 45 CFR 149.610(b)(1)(vi)(C). Refused: `not-here` (the clinic isn't
 * in the United States), `not-for-us` (it can't see them), `answer-first` (it must hold a name and a date of birth, which "About you first" asks for).
 */
export async function requestEstimate(actor: Client): Promise<Requested> {
  return as(actor, async (tx) => {
    await tx.select({ id: client.id }).from(client).where(eq(client.id, actor.id)).for('update');
    const may = await mayRequest(tx, actor.id);
    if (may !== 'yes') return { ok: false, reason: may };
    const dueAt = estimateDueOnRequest(await clinicOf(tx), clock.now());
    const [open] = await openTasks(tx, actor.id);
    if (open && open.dueAt <= dueAt) return { ok: true, dueAt: open.dueAt };
    if (open) await tx.update(task).set({ dueAt }).where(eq(task.id, open.id));
    else await addTask(tx, { kind: 'estimate', clientId: actor.id, dueAt });
    await record(tx, { event: 'estimate.asked', subject: actor.id });
    return { ok: true, dueAt };
  });
}

export async function mayRequest(tx: Tx, clientId: string): Promise<MayRequest> {
  if ((await openIntake(tx, clientId))?.notForUsAt) return 'not-for-us';
  if ((await clinicOf(tx)).country !== 'US') return 'not-here';
  const { names, bornOn } = clientFacts(await answersOf(tx, clientId));
  return names.some(Boolean) && bornOn ? 'yes' : 'answer-first';
}
