// A member of staff adds a passkey beside their app: their device makes it, we check it and keep its public half.
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { staffPasskey } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { sealFor } from '@/lib/vault/keys';
import { MOST_PASSKEYS } from './add-passkey';
import { makeChallenge, spendChallenge } from './challenge';
import { passkeyAnswer, transportsOf } from './passkey';
import { checkedNew, optionsToMake } from './passkey-check';
import type { Session } from './session';
import { afterStaffChange, holdBackStaff, type Self, type Staff, type StaffHeldBack } from './staff-change';

export type StaffPasskeyAdded =
  | { ok: true; token: string }
  | { ok: false; reason: 'no-answer' | 'expired' | 'not-accepted' | 'known' | 'enough' | StaffHeldBack };

/** Where what a member of staff calls a passkey is sealed. */
export const staffLabelPlace = (row: string) => ({ table: 'staff_passkey', column: 'label', row });

/** What the browser asks the device for. `names` = what the device will show: neutral words, never the address. */
export const staffPasskeyToMake = (actor: Staff, session: Session, names: { site: string; user: string }) =>
  as(actor, async (tx) =>
    optionsToMake(actor.id, {
      names,
      known: await passkeysToOffer(tx, actor.id),
      challenge: await makeChallenge(tx, session.id),
    }),
  );

/** As the browser is told of them. */
export const passkeysToOffer = (tx: Tx, staffId: string) =>
  tx
    .select({ id: staffPasskey.credentialId, transports: staffPasskey.transports })
    .from(staffPasskey)
    .where(eq(staffPasskey.staffId, staffId));

/**
 * `posted` = the device's answer as JSON; `label` = what its owner calls it. Returns this session's new token. Refused:
 * `no-answer` (the browser sent none), `expired` (the challenge is used up or too old), `not-accepted` (for another site,
 * another challenge, or nobody verified), `known`, `enough`, and what `holdBackStaff` finds.
 */
export async function addStaffPasskey(
  self: Self,
  { label, posted }: { label: string; posted: string },
): Promise<StaffPasskeyAdded> {
  const answer = passkeyAnswer<RegistrationResponseJSON>(posted);
  if (!answer) return { ok: false, reason: 'no-answer' };
  const { actor, session } = self;
  return as(actor, async (tx) => {
    const heldBack = await holdBackStaff(tx, self);
    if (heldBack) return { ok: false, reason: heldBack };
    const challenge = await spendChallenge(tx, session.id);
    if (!challenge) return { ok: false, reason: 'expired' };
    const credential = await checkedNew(answer, challenge);
    if (!credential) return { ok: false, reason: 'not-accepted' };
    if ((await passkeysToOffer(tx, actor.id)).length >= MOST_PASSKEYS) return { ok: false, reason: 'enough' };
    const id = newId();
    const kept = await tx
      .insert(staffPasskey)
      .values({
        id,
        staffId: actor.id,
        reference: newReference(),
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: transportsOf(answer),
        label: await sealFor(tx, actor.id, staffLabelPlace(id), label),
        addedAt: clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: staffPasskey.id });
    if (kept.length === 0) return { ok: false, reason: 'known' };
    return { ok: true, token: await afterStaffChange(tx, self, 'passkey.added') };
  });
}
