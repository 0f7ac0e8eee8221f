// A client sets a PIN, or another in its place: from then on their e-mail alone opens nothing.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { clientPin } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { normalisePin, type PinFault, pinFault } from './pin-rules';
import { pinVerifier } from './pin-verifier';
import { afterChange, type Client, isFresh } from './second-key';
import type { Session } from './session';

export type PinSet =
  | { ok: true; token: string }
  | { ok: false; reason: PinFault | 'not-the-same' | 'not-fresh' };

/**
 * `typed` twice, because a slip would lock its owner out. Returns this session's new token. Refused: what `pinFault`
 * finds, `not-the-same`, `not-fresh` (the client must show once more that it is they).
 */
export async function setPin(
  actor: Client,
  session: Session,
  { typed, again }: { typed: string; again: string },
): Promise<PinSet> {
  const pin = normalisePin(typed);
  const fault = pinFault(pin);
  if (fault) return { ok: false, reason: fault };
  if (pin !== normalisePin(again)) return { ok: false, reason: 'not-the-same' };
  if (!isFresh(session)) return { ok: false, reason: 'not-fresh' };
  // Before the transaction: it takes a while, and a connection should not wait for it.
  const verifier = await pinVerifier(actor.id, pin);
  const setAt = clock.now();
  return as(actor, async (tx) => {
    const set = { verifier, setAt, wrongInARow: 0, shutAt: null };
    const before = await tx
      .select({ setAt: clientPin.setAt })
      .from(clientPin)
      .where(eq(clientPin.clientId, actor.id));
    await tx
      .insert(clientPin)
      .values({ clientId: actor.id, ...set })
      .onConflictDoUpdate({ target: clientPin.clientId, set });
    const event = before.length > 0 ? 'second-key.changed' : 'second-key.added';
    const token = await afterChange(tx, { actor, session }, { event, key: 'pin', by: 'pin' });
    return { ok: true, token };
  });
}
