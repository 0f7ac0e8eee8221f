// Somebody who has come in by e-mail shows their passkey: one of this account's, freshly asked for, on this site, its owner verified.
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { and, eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { clientPasskey } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { makeChallenge, spendChallenge } from './challenge';
import { withinLimit } from './limits';
import { passkeyAnswer } from './passkey';
import { checkedGiven, optionsToGive } from './passkey-check';
import { keyGiven } from './session';

type FirstStep = Actor & { kind: 'first-step' };

export type PasskeyGiven =
  | { ok: true; token: string }
  | { ok: false; reason: 'no-answer' | 'expired' | 'not-accepted' | 'too-many' };

/** What the browser asks the device for: any passkey of this account. */
export async function passkeyToGive(actor: FirstStep, sessionId: string) {
  return as(actor, async (tx) => {
    const mine = await tx
      .select({ id: clientPasskey.credentialId, transports: clientPasskey.transports })
      .from(clientPasskey)
      .where(eq(clientPasskey.clientId, actor.id));
    return optionsToGive({ mine, challenge: await makeChallenge(tx, sessionId) });
  });
}

/**
 * `posted` = the device's answer as JSON. Returns the session's new token. Refused: `no-answer` (the browser sent
 * none), `expired` (the challenge is used up or too old), `not-accepted` (another account's, another site's, another
 * challenge's, a counter that went back, nobody verified), `too-many`.
 */
export async function givePasskey(
  actor: FirstStep,
  sessionId: string,
  posted: string,
): Promise<PasskeyGiven> {
  const answer = passkeyAnswer<AuthenticationResponseJSON>(posted);
  if (!answer) return { ok: false, reason: 'no-answer' };
  return as(actor, async (tx) => {
    // For each sign-in apart: who reads the mail has one too, and doesn't use up the owner's tries.
    if (!(await withinLimit(tx, 'passkey.account', actor.id, sessionId)))
      return { ok: false, reason: 'too-many' };
    const challenge = await spendChallenge(tx, sessionId);
    if (!challenge) return { ok: false, reason: 'expired' };
    if (!(await accept(tx, actor.id, answer, challenge))) {
      await record(tx, { event: 'second-key.failed', subject: actor.id, detail: { key: 'passkey' } });
      return { ok: false, reason: 'not-accepted' };
    }
    const token = await keyGiven(tx, sessionId, 'passkey');
    await record(tx, { event: 'second-key.given', subject: actor.id, detail: { key: 'passkey' } });
    return { ok: true, token };
  });
}

async function accept(
  tx: Tx,
  clientId: string,
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
): Promise<boolean> {
  const [kept] = await tx
    .select()
    .from(clientPasskey)
    .where(and(eq(clientPasskey.clientId, clientId), eq(clientPasskey.credentialId, response.id)))
    .for('update');
  if (!kept) return false;
  const counter = await checkedGiven(response, expectedChallenge, kept);
  if (counter === null) return false;
  await tx
    .update(clientPasskey)
    .set({ counter, lastUsedAt: clock.now() })
    .where(eq(clientPasskey.id, kept.id));
  return true;
}
