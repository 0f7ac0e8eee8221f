// Staff show that it is they with a passkey instead of a code: one of their own, freshly asked for, on this site, its owner verified.
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { and, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { staffPasskey } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { passkeysToOffer } from './add-staff-passkey';
import { makeChallenge, spendChallenge } from './challenge';
import { withMark } from './known-device';
import { withinLimit } from './limits';
import { passkeyAnswer } from './passkey';
import { checkedGiven, optionsToGive } from './passkey-check';
import { renewToken } from './session';
import type { Staff } from './staff-change';
import { forgiveWrongCodes, holdFactor } from './wrong-codes';

export type StaffPasskeyGiven =
  | { ok: true; token: string; marks: string }
  | { ok: false; reason: 'no-answer' | 'expired' | 'not-accepted' | 'too-many' };

/** What the browser asks the device for; null for whoever has no passkey. */
export const staffPasskeyToGive = (actor: Staff, sessionId: string) =>
  as(actor, async (tx) => {
    const mine = await passkeysToOffer(tx, actor.id);
    if (mine.length === 0) return null;
    return optionsToGive({ mine, challenge: await makeChallenge(tx, sessionId) });
  });

/**
 * `posted` = the device's answer as JSON. `held`: the marks of this browser. Returns the session's new token, and the marks
 * from now on. Refused: `no-answer` (the browser sent none),
 * `expired` (the challenge is used up or too old), `not-accepted` (a colleague's, another site's, another challenge's, a
 * counter that went back, nobody verified), `too-many`.
 */
export async function giveStaffPasskey(
  actor: Staff,
  sessionId: string,
  posted: string,
  held = '',
): Promise<StaffPasskeyGiven> {
  const answer = passkeyAnswer<AuthenticationResponseJSON>(posted);
  if (!answer) return { ok: false, reason: 'no-answer' };
  return as(actor, async (tx) => {
    // For each sign-in apart: nobody guesses a signature, and nobody uses up the owner's tries.
    if (!(await withinLimit(tx, 'passkey.account', actor.id, sessionId)))
      return { ok: false, reason: 'too-many' };
    const challenge = await spendChallenge(tx, sessionId);
    if (!challenge) return { ok: false, reason: 'expired' };
    if (!(await accept(tx, actor.id, answer, challenge))) {
      await record(tx, { event: 'second-factor.failed', subject: actor.id, detail: { by: 'passkey' } });
      return { ok: false, reason: 'not-accepted' };
    }
    const row = await holdFactor(tx, actor.id);
    if (row) await forgiveWrongCodes(tx, row, { staffId: actor.id, sessionId });
    const token = await renewToken(tx, sessionId, { secondFactorAt: clock.now() });
    await record(tx, { event: 'second-factor.given', subject: actor.id, detail: { by: 'passkey' } });
    const enrolledAt = row?.enrolledAt;
    return { ok: true, token, marks: enrolledAt ? withMark(held, { staffId: actor.id, enrolledAt }) : held };
  });
}

async function accept(tx: Tx, staffId: string, response: AuthenticationResponseJSON, challenge: string) {
  const [kept] = await tx
    .select()
    .from(staffPasskey)
    .where(and(eq(staffPasskey.staffId, staffId), eq(staffPasskey.credentialId, response.id)))
    .for('update');
  const counter = kept ? await checkedGiven(response, challenge, kept) : null;
  if (!kept || counter === null) return false;
  await tx.update(staffPasskey).set({ counter, lastUsedAt: clock.now() }).where(eq(staffPasskey.id, kept.id));
  return true;
}
