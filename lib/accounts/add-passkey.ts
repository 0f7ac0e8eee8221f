// A client adds a passkey: their device makes it, we check it and keep its public half.
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { clientPasskey } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { sealFor } from '@/lib/vault/keys';
import { makeChallenge, spendChallenge } from './challenge';
import { passkeyAnswer, transportsOf } from './passkey';
import { checkedNew, optionsToMake } from './passkey-check';
import { afterChange, type Client, type HeldBack, holdBack, isFresh, labelPlace } from './second-key';
import type { Session } from './session';

/** More than anybody has devices. */
export const MOST_PASSKEYS = 10;

export type PasskeyAdded =
  | { ok: true; token: string }
  | {
      ok: false;
      reason: 'not-fresh' | 'no-answer' | 'expired' | 'not-accepted' | 'known' | 'enough' | HeldBack;
    };

/** What the browser asks the device for. `names` = what the device will show: neutral words, never the address. */
export async function passkeyToMake(actor: Client, session: Session, names: { site: string; user: string }) {
  return as(actor, async (tx) => {
    const known = await tx
      .select({ id: clientPasskey.credentialId, transports: clientPasskey.transports })
      .from(clientPasskey)
      .where(eq(clientPasskey.clientId, actor.id));
    return optionsToMake(actor.id, { names, known, challenge: await makeChallenge(tx, session.id) });
  });
}

/**
 * `posted` = the device's answer as JSON; `label` = what its owner calls it. Returns this session's new token.
 * Refused: `not-fresh`, `no-answer` (the browser sent none), `expired` (the challenge is used up or too old),
 * `not-accepted` (for another site, another challenge, or nobody verified), `known`, `enough`, and what
 * `holdBack` finds.
 */
export async function addPasskey(
  actor: Client,
  session: Session,
  { label, posted }: { label: string; posted: string },
): Promise<PasskeyAdded> {
  const answer = passkeyAnswer<RegistrationResponseJSON>(posted);
  if (!answer) return { ok: false, reason: 'no-answer' };
  if (!isFresh(session, 'send')) return { ok: false, reason: 'not-fresh' };
  return as(actor, async (tx) => {
    const heldBack = await holdBack(tx, { actor, session });
    if (heldBack) return { ok: false, reason: heldBack };
    const challenge = await spendChallenge(tx, session.id);
    if (!challenge) return { ok: false, reason: 'expired' };
    const credential = await checkedNew(answer, challenge);
    if (!credential) return { ok: false, reason: 'not-accepted' };
    const mine = await tx
      .select({ id: clientPasskey.id })
      .from(clientPasskey)
      .where(eq(clientPasskey.clientId, actor.id));
    if (mine.length >= MOST_PASSKEYS) return { ok: false, reason: 'enough' };
    const id = newId();
    const kept = await tx
      .insert(clientPasskey)
      .values({
        id,
        clientId: actor.id,
        reference: newReference(),
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: transportsOf(answer),
        label: await sealFor(tx, actor.id, labelPlace(id), label),
        addedAt: clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: clientPasskey.id });
    if (kept.length === 0) return { ok: false, reason: 'known' };
    const changed = { event: 'second-key.added', key: 'passkey' } as const;
    return { ok: true, token: await afterChange(tx, { actor, session }, changed) };
  });
}
