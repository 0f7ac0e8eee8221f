// Somebody who was taken on is given to one clinician, who is answerable from then on.
import { and, arrayContains, eq, isNull } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { account, staffMember } from '@/db/schema';
import { changeStatus, type StatusRefusal } from './change-status';
import { type Staff, submissionByReference } from './submission-by-reference';

/** Clinicians who still work here, by name. */
export async function cliniciansToAssign(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: staffMember.id, name: staffMember.name })
    .from(staffMember)
    .innerJoin(account, eq(account.id, staffMember.id))
    .where(and(arrayContains(staffMember.roles, ['clinician']), isNull(account.disabledAt)))
    .orderBy(staffMember.name);
}

/** Refused: `unknown`, `not-a-clinician`, `not-allowed`, `not-now` (it has not been accepted, or has somebody). */
export async function assignSubmission(
  actor: Staff,
  { reference, clinicianId }: { reference: string; clinicianId: string },
): Promise<{ ok: true } | { ok: false; reason: StatusRefusal | 'unknown' | 'not-a-clinician' }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    const known = await cliniciansToAssign(tx);
    if (!known.some(({ id }) => id === clinicianId)) return { ok: false, reason: 'not-a-clinician' };
    const moved = await changeStatus(tx, actor, found.id, 'assign', {
      set: { assigneeId: clinicianId },
      detail: { assignee: clinicianId },
    });
    return moved.ok ? { ok: true } : moved;
  });
}
