// A client sets a PIN, or another in its place: from then on their e-mail alone opens nothing.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { clientPin } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { rememberPinNetwork } from './pin-network';
import { normalisePin, type PinFault, pinFault } from './pin-rules';
import { pinVerifier, refuseIfCrowded } from './pin-verifier';
import { afterChange, type Client, type HeldBack, holdBack, isFresh, stillStands } from './second-key';
import type { Session } from './session';
import { forgetWrongTries } from './wrong-tries';

export type PinSet =
  | { ok: true; token: string }
  | { ok: false; reason: PinFault | 'not-the-same' | 'not-fresh' | HeldBack };

/**
 * `typed` twice, because a slip would lock its owner out; `birthDate` = theirs as `1990-04-03`, where it is known; `ip` = where
 * this comes from, which is where it is set.
 * Returns this session's new token. Refused: what `pinFault` finds, `not-the-same`, `not-fresh` (the client must show
 * once more that it is they), and what `holdBack` finds. Throws `Busy` when too many PINs are being looked at.
 */
export async function setPin(
  actor: Client,
  session: Session,
  {
    typed,
    again,
    birthDate = null,
    ip,
  }: { typed: string; again: string; birthDate?: string | null; ip: string },
): Promise<PinSet> {
  const pin = normalisePin(typed);
  const fault = pinFault(pin, { birthDate, thisYear: clock.now().getUTCFullYear() });
  if (fault) return { ok: false, reason: fault };
  if (pin !== normalisePin(again)) return { ok: false, reason: 'not-the-same' };
  if (!isFresh(session, 'send')) return { ok: false, reason: 'not-fresh' };
  refuseIfCrowded();
  // Counted before the hash, which is slow; and no connection waits for it.
  const heldBack = await as(actor, (tx) => holdBack(tx, { actor, session }));
  if (heldBack) return { ok: false, reason: heldBack };
  const verifier = await pinVerifier(actor.id, pin);
  return as(actor, async (tx) => {
    if (!(await stillStands(tx, { actor, session }))) return { ok: false, reason: 'changed-meanwhile' };
    const setAt = clock.now();
    const before = await keepVerifier(tx, { clientId: actor.id, verifier, setAt });
    const event = before ? 'second-key.changed' : 'second-key.added';
    await forgetWrongTries(tx, session.id);
    await rememberPinNetwork(tx, { clientId: actor.id, setAt }, ip);
    const token = await afterChange(tx, { actor, session }, { event, key: 'pin' });
    return { ok: true, token };
  });
}

/** Returns whether there was one before. */
async function keepVerifier(
  tx: Tx,
  { clientId, verifier, setAt }: { clientId: string; verifier: string; setAt: Date },
): Promise<boolean> {
  const set = { verifier, setAt, wrongInARow: 0, shutAt: null, givenAt: null };
  const before = await tx
    .select({ setAt: clientPin.setAt })
    .from(clientPin)
    .where(eq(clientPin.clientId, clientId));
  await tx
    .insert(clientPin)
    .values({ clientId, ...set })
    .onConflictDoUpdate({ target: clientPin.clientId, set });
  return before.length > 0;
}
