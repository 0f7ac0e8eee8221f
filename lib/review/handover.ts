// What somebody left who works here no more, or as a clinician no more: listed until all of it is in other hands, then done with.
import { as, type Tx } from '@/db/client';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { closeHandovers, openHandovers } from './handover-tasks';
import type { Staff } from './submission-by-reference';
import { memberByReference } from './team';
import { type Leaves, leavesNothing, whatTheyLeave } from './what-they-leave';

export type Handover = { name: string; reference: string; leaves: Leaves; dueAt: Date; zone: string };

/** For any member of staff: it names clients by their references alone. Null where nothing is to be handed over. */
export async function readHandover(actor: Staff, reference: string): Promise<Handover | null> {
  return as(actor, async (tx) => {
    const found = await openHandover(tx, reference);
    if (!found) return null;
    const { member, dueAt } = found;
    const leaves = await whatTheyLeave(tx, member.id);
    return {
      ...{ name: member.name, reference: member.reference, leaves, dueAt },
      zone: (await clinicOf(tx)).zone,
    };
  });
}

async function openHandover(tx: Tx, reference: string) {
  const member = await memberByReference(tx, reference);
  const [open] = member ? await openHandovers(tx, member.id) : [];
  return member && open ? { member, dueAt: open.dueAt } : null;
}

/** Twice is once. Refused: `unknown`, `something-left`. */
export async function endHandover(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'something-left' }> {
  return as(actor, async (tx) => {
    const member = await memberByReference(tx, reference);
    if (!member) return { ok: false, reason: 'unknown' };
    if (!leavesNothing(await whatTheyLeave(tx, member.id))) return { ok: false, reason: 'something-left' };
    if ((await closeHandovers(tx, member.id, actor)) > 0)
      await record(tx, { event: 'handover.done', subject: member.id });
    return { ok: true };
  });
}
