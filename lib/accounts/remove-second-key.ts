// A client takes a PIN or a passkey away again; with the last one gone, their e-mail alone lets them in.
import { and, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { clientPasskey, clientPin } from '@/db/schema';
import { afterChange, type Client, type HeldBack, holdBack, isFresh } from './second-key';
import type { Session } from './session';

/** `pin`, or the reference of a passkey. */
export type WhichKey = string;

export type KeyRemoved = { ok: true; token: string } | { ok: false; reason: 'not-fresh' | 'gone' | HeldBack };

/** Returns this session's new token. Refused: `not-fresh`, `gone` (there is no such key of theirs), and what `holdBack` finds. */
export async function removeSecondKey(actor: Client, session: Session, which: WhichKey): Promise<KeyRemoved> {
  if (!isFresh(session, 'send')) return { ok: false, reason: 'not-fresh' };
  return as(actor, async (tx) => {
    const heldBack = await holdBack(tx, { actor, session });
    if (heldBack) return { ok: false, reason: heldBack };
    const removed =
      which === 'pin' ? await removePin(tx, actor.id) : await removePasskey(tx, actor.id, which);
    if (removed.length === 0) return { ok: false, reason: 'gone' };
    const key = which === 'pin' ? 'pin' : 'passkey';
    const token = await afterChange(tx, { actor, session }, { event: 'second-key.removed', key });
    return { ok: true, token };
  });
}

const removePin = (tx: Tx, clientId: string) =>
  tx.delete(clientPin).where(eq(clientPin.clientId, clientId)).returning({ id: clientPin.clientId });

const removePasskey = (tx: Tx, clientId: string, reference: string) =>
  tx
    .delete(clientPasskey)
    .where(and(eq(clientPasskey.clientId, clientId), eq(clientPasskey.reference, reference)))
    .returning({ id: clientPasskey.id });
