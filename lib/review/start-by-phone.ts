// Staff start the forms of somebody who phones, with what they say there, and send them the invitation to go on themselves.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { account, phoneIntake, submission } from '@/db/schema';
import { ADDRESS_TAKEN, clashOf } from '@/lib/accounts/clash';
import { withinLimit } from '@/lib/accounts/limits';
import { makeClient } from '@/lib/accounts/make-account';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { definition } from '@/lib/forms/definition';
import { placeOfGiven } from '@/lib/forms/given-by-phone';
import { type NotForUs, whyNotFor } from '@/lib/forms/not-for-us';
import type { Answer } from '@/lib/forms/question';
import { emailIndex } from '@/lib/vault/indexes';
import { sealFor } from '@/lib/vault/keys';
import { mayInvite, sendInvitation } from './phone-intake';
import { isPromised } from './promised-address';
import type { Staff } from './submission-by-reference';

export type Caller = {
  email: string;
  /** By question, as `givenFrom` reads it. */
  given: ReadonlyMap<string, Answer>;
};

export type StartByPhoneRefusal = 'not-allowed' | 'address-taken' | 'too-often' | NotForUs;

export type StartedByPhone =
  | { ok: true; reference: string; already: boolean }
  | { ok: false; reason: StartByPhoneRefusal };

/** What would stand in the way, before anything is written; null when nothing does. */
export const whyNotByPhone = (actor: Staff, caller: Caller): Promise<StartByPhoneRefusal | null> =>
  as(actor, async (tx) => {
    if (!mayInvite(actor)) return 'not-allowed';
    const unfit = await whyNotFor(tx, caller.given);
    if (unfit) return unfit;
    const owner = await whoseAddress(tx, caller.email);
    return owner.taken && !owner.invited ? addressTaken(tx, actor) : null;
  });

/** Whoever tries addresses to learn who has one stands in the record each time, and soon learns nothing more. */
async function addressTaken(tx: Tx, actor: Staff): Promise<'address-taken' | 'too-often'> {
  if (!(await withinLimit(tx, 'caller.account', actor.id))) return 'too-often';
  await record(tx, { event: 'invitation.refused', subject: 'clinic', detail: { reason: 'address-taken' } });
  return 'address-taken';
}

/**
 * One address is one account: whoever is invited already, and has not come, is not started twice (`already`). Refused:
 * `not-allowed`; `too-often` (so many taken addresses nobody is given over the phone); `address-taken` (it opens an account, of a client or of staff: which is not said, or a recovery waits
 * for it); `under-18` and `nobody-there`, as the forms would say, and then nothing of it is kept.
 */
export async function startByPhone(actor: Staff, caller: Caller): Promise<StartedByPhone> {
  if (!mayInvite(actor)) return { ok: false, reason: 'not-allowed' };
  try {
    return await as(actor, (tx) => start(tx, actor, caller));
  } catch (error) {
    if (clashOf(error) !== ADDRESS_TAKEN) throw error;
    // Pressed twice, or the caller signed in at this moment: there is an account now, and it is looked at again.
    return as(actor, (tx) => start(tx, actor, caller));
  }
}

async function start(tx: Tx, actor: Staff, { email, given }: Caller): Promise<StartedByPhone> {
  const unfit = await whyNotFor(tx, given);
  if (unfit) return { ok: false, reason: unfit };
  const owner = await whoseAddress(tx, email);
  if (owner.invited) return { ok: true, reference: owner.invited, already: true };
  if (owner.taken) return { ok: false, reason: await addressTaken(tx, actor) };

  const clientId = await makeClient(tx, email);
  const now = clock.now();
  const [submissionId, id, reference] = [newId(), newId(), newReference()];
  await tx.insert(submission).values({
    ...{ id: submissionId, reference: newReference(), clientId, definitionVersion: definition.version },
    ...{ createdAt: now, changedAt: now },
  });
  const sealed = await sealFor(tx, clientId, placeOfGiven(id), JSON.stringify(Object.fromEntries(given)));
  await tx.insert(phoneIntake).values({
    ...{ id, reference, clientId, submissionId, given: sealed },
    ...{ startedBy: actor.id, startedAt: now, invitedAt: now },
  });
  await sendInvitation(tx, { id, clientId });
  await record(tx, {
    event: 'invitation.started',
    subject: clientId,
    detail: { invitation: id, submission: submissionId, questions: [...given.keys()].sort() },
  });
  return { ok: true, reference, already: false };
}

/** `invited`: the reference of an invitation nobody has followed yet. */
async function whoseAddress(tx: Tx, email: string): Promise<{ taken: boolean; invited: string | null }> {
  const index = emailIndex(email);
  const [owner] = await tx
    .select({ id: account.id, reference: phoneIntake.reference, arrivedAt: phoneIntake.arrivedAt })
    .from(account)
    .leftJoin(phoneIntake, eq(phoneIntake.clientId, account.id))
    .where(eq(account.emailIndex, index));
  const promised = await isPromised(tx, index);
  const invited = owner?.reference && !owner.arrivedAt ? owner.reference : null;
  return { taken: owner !== undefined || promised, invited };
}
