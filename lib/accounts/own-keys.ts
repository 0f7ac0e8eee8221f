// How a member of staff gets in: their address, their app, their passkeys, and how many recovery codes are left.
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { as } from '@/db/client';
import { recoveryCode, staffMember, staffPasskey } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { openFor } from '@/lib/vault/keys';
import { staffLabelPlace } from './add-staff-passkey';
import { draftOf } from './form-draft';
import { emailOfAccount } from './prove-sign-in';
import { factorOf, RECOVERY_CODES } from './second-factor';
import type { Staff } from './staff-change';

export type OwnKeys = Awaited<ReturnType<typeof ownKeys>>;

/** Passkeys the oldest first; `zone` is the practice's, for the days. `codesWait`: they are shown still, until their owner says they are kept. */
export async function ownKeys(actor: Staff) {
  return as(actor, async (tx) => {
    const rows = await tx
      .select()
      .from(staffPasskey)
      .where(eq(staffPasskey.staffId, actor.id))
      .orderBy(asc(staffPasskey.addedAt), asc(staffPasskey.id));
    const [codes] = await tx
      .select({ left: count() })
      .from(recoveryCode)
      .where(and(eq(recoveryCode.staffId, actor.id), isNull(recoveryCode.usedAt)));
    const [self] = await tx
      .select({ credential: staffMember.credential })
      .from(staffMember)
      .where(eq(staffMember.id, actor.id));
    return {
      email: await emailOfAccount(tx, actor.id),
      credential: self?.credential ?? '',
      appSince: (await factorOf(tx, actor.id))?.enrolledAt ?? null,
      codesLeft: codes?.left ?? 0,
      codesWait: (await draftOf(tx, actor.id, RECOVERY_CODES)) !== null,
      passkeys: await Promise.all(
        rows.map(async ({ id, reference, label, addedAt, lastUsedAt }) => ({
          ...{ reference, addedAt, lastUsedAt },
          label: await openFor(tx, actor.id, staffLabelPlace(id), label),
        })),
      ),
      zone: (await clinicOf(tx)).zone,
    };
  });
}
