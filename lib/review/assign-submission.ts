// Somebody is given to one clinician, who is answerable from then on: to review them, once they are taken on, or in a colleague's place.
import { and, arrayContains, eq, isNull } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { account, staffMember, submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { changeStatus, type StatusRefusal } from './change-status';
import { whyNotToActOn } from './on-the-case';
import { mayMake, type Status } from './status';
import { type Staff, submissionByReference } from './submission-by-reference';
import { tellPerson } from './tell-person';

/** Clinicians who still work here, by name. */
export async function cliniciansToAssign(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: staffMember.id, name: staffMember.name })
    .from(staffMember)
    .innerJoin(account, eq(account.id, staffMember.id))
    .where(and(arrayContains(staffMember.roles, ['clinician']), isNull(account.disabledAt)))
    .orderBy(staffMember.name);
}

/** Where a clinician stands for it already, or reviews it: then who it is may change, and the status doesn't. */
const GIVEN: readonly Status[] = ['in-review', 'information-wanted', 'assigned'];

export const mayBeGiven = (status: Status): boolean => status === 'accepted' || GIVEN.includes(status);

export type AssignRefusal = StatusRefusal | 'unknown' | 'not-a-clinician';

/**
 * The same one twice is once. Whoever it is given to is told, unless they took it themselves. Refused: `unknown`,
 * `not-a-clinician`, `not-allowed` (by their role), `not-on-the-case`, `only-opened` (with a reason), `not-now` (nobody
 * has begun to review it, or it has ended).
 */
export async function assignSubmission(
  actor: Staff,
  { reference, clinicianId }: { reference: string; clinicianId: string },
): Promise<{ ok: true } | { ok: false; reason: AssignRefusal }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    const known = await cliniciansToAssign(tx);
    if (!known.some(({ id }) => id === clinicianId)) return { ok: false, reason: 'not-a-clinician' };
    if (!mayMake('assign', actor)) return { ok: false, reason: 'not-allowed' };
    const notTheirs = await whyNotToActOn(tx, actor, found);
    if (notTheirs) return { ok: false, reason: notTheirs };
    const given = await give(tx, actor, found, clinicianId);
    if (given.ok && given.changed && clinicianId !== actor.id)
      await tellPerson(tx, 'given-to-you', { accountId: clinicianId, aboutId: found.id });
    return given.ok ? { ok: true } : given;
  });
}

async function give(
  tx: Tx,
  actor: Staff,
  { id, clientId }: { id: string; clientId: string },
  clinicianId: string,
): Promise<{ ok: true; changed: boolean } | { ok: false; reason: StatusRefusal }> {
  const [held] = await tx
    .select({ status: submission.status, assigneeId: submission.assigneeId })
    .from(submission)
    .where(eq(submission.id, id))
    .for('update');
  if (!held || !GIVEN.includes(held.status)) {
    const moved = await changeStatus(tx, actor, id, 'assign', {
      set: { assigneeId: clinicianId },
      detail: { assignee: clinicianId },
    });
    return moved.ok ? { ok: true, changed: held?.assigneeId !== clinicianId } : moved;
  }
  if (held.assigneeId === clinicianId) return { ok: true, changed: false };
  await tx
    .update(submission)
    .set({ assigneeId: clinicianId, changedAt: clock.now() })
    .where(eq(submission.id, id));
  const detail = { submission: id, assignee: clinicianId, before: held.assigneeId ?? 'nobody' };
  await record(tx, { event: 'submission.reassigned', subject: clientId, detail });
  return { ok: true, changed: true };
}
