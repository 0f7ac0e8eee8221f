// A client's second key: what they have, whether they may change it just now, and what follows from every change.
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { client, clientPasskey, clientPin, notice, session as sessions } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { openFor } from '@/lib/vault/keys';
import { withinLimit } from './limits';
import { isPinNetwork } from './pin-network';
import { isShut } from './pin-tries';
import { emailOfAccount } from './prove-sign-in';
import { endOtherSessions, renewToken, type Session } from './session';

export type Client = Actor & { kind: 'client' };
export type KeyKind = 'pin' | 'passkey';
export type Passkey = { reference: string; label: string; addedAt: Date; lastUsedAt: Date | null };

/** Minutes after signing in, for whoever has no second key, in which how one gets in may be changed. */
const SIGNED_IN_MINUTES = 30;
/** Minutes after the second key was given: in which a page of such a change opens, and in which it may be sent. */
const KEY_MINUTES = { open: 5, send: 10 };

/**
 * Whether how one gets in may be changed just now. A device left open is not enough to lock its owner out, or to let
 * somebody in: whoever has a second key has just given it, and having set it is not having given it.
 */
export function isFresh(session: Session, to: keyof typeof KEY_MINUTES = 'open'): boolean {
  const { signedInAt, secondFactorAt, secondKey, secondKeyBy } = session;
  const [shownAt, minutes] =
    secondKey === 'none' ? [signedInAt, SIGNED_IN_MINUTES] : [secondKeyBy && secondFactorAt, KEY_MINUTES[to]];
  return shownAt !== null && clock.now().getTime() - shownAt.getTime() < minutes * 60_000;
}

/** How this client gets in: their address, their PIN and their passkeys, the oldest first; `zone` for the days. */
export async function secondKeysOf(actor: Client) {
  return as(actor, async (tx) => {
    const [pin] = await tx.select().from(clientPin).where(eq(clientPin.clientId, actor.id));
    return {
      email: await emailOfAccount(tx, actor.id),
      pin: pin ? { setAt: pin.setAt, shut: pin.shutAt !== null } : null,
      passkeys: await passkeysOf(tx, actor.id),
      zone: (await clinicOf(tx)).zone,
    };
  });
}

export type SecondKeys = Awaited<ReturnType<typeof secondKeysOf>>;

/** Where what a client calls a passkey is sealed. */
export const labelPlace = (row: string) => ({ table: 'client_passkey', column: 'label', row });

async function passkeysOf(tx: Tx, clientId: string): Promise<Passkey[]> {
  const rows = await tx
    .select()
    .from(clientPasskey)
    .where(eq(clientPasskey.clientId, clientId))
    .orderBy(asc(clientPasskey.addedAt), asc(clientPasskey.id));
  return Promise.all(
    rows.map(async ({ id, reference, label, addedAt, lastUsedAt }) => ({
      reference,
      label: await openFor(tx, clientId, labelPlace(id), label),
      addedAt,
      lastUsedAt,
    })),
  );
}

/** What can be given here, on the network of `ip`: for whoever is known by their e-mail alone. */
export async function keysToGive(actor: Actor & { kind: 'first-step' }, ip: string) {
  return as(actor, async (tx) => {
    const [pin] = await tx.select().from(clientPin).where(eq(clientPin.clientId, actor.id));
    const passkeys = await tx
      .select({ id: clientPasskey.id })
      .from(clientPasskey)
      .where(eq(clientPasskey.clientId, actor.id));
    return {
      pin: Boolean(pin),
      pinShut: Boolean(pin && isShut(pin, await isPinNetwork(tx, pin, ip))),
      passkeys: passkeys.length,
    };
  });
}

/** Whether the client has a PIN or a passkey. */
export async function hasSecondKey(tx: Tx, clientId: string): Promise<boolean> {
  const pins = await tx
    .select({ id: clientPin.clientId })
    .from(clientPin)
    .where(eq(clientPin.clientId, clientId));
  if (pins.length > 0) return true;
  const passkeys = await tx
    .select({ id: clientPasskey.id })
    .from(clientPasskey)
    .where(eq(clientPasskey.clientId, clientId))
    .limit(1);
  return passkeys.length > 0;
}

/** `changed-meanwhile`: this session was ended or renewed since it asked, or another change came first. */
export type HeldBack = 'changed-meanwhile' | 'too-many';

/**
 * What every change begins with: one at a time a client, by a session that stands as it stood when its request was
 * judged, five tries in a quarter of an hour, whatever comes of them. Null when it may go on.
 */
export async function holdBack(
  tx: Tx,
  { actor, session }: { actor: Client; session: Session },
): Promise<HeldBack | null> {
  if (!(await stillStands(tx, { actor, session }))) return 'changed-meanwhile';
  return (await withinLimit(tx, 'second-key.account', actor.id)) ? null : 'too-many';
}

/** The same without counting, for who was let through before: holds the client until the transaction ends. */
export async function stillStands(
  tx: Tx,
  { actor, session }: { actor: Client; session: Session },
): Promise<boolean> {
  await tx.select({ id: client.id }).from(client).where(eq(client.id, actor.id)).for('no key update');
  const [standing] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, session.id),
        eq(sessions.accountId, actor.id),
        eq(sessions.tokenHash, session.tokenHash),
        isNull(sessions.endedAt),
      ),
    )
    .for('update');
  return Boolean(standing) && (await hasSecondKey(tx, actor.id)) === (session.secondKey !== 'none');
}

/**
 * What every change ends with: everybody else who is signed in as this client is put out, this session goes on under
 * a new token (returned, for the cookie), the client is told and the record says so.
 */
export async function afterChange(
  tx: Tx,
  { actor, session }: { actor: Client; session: Session },
  { event, key }: { event: `second-key.${'added' | 'changed' | 'removed'}`; key: KeyKind },
): Promise<string> {
  await endOtherSessions(tx, actor.id, session.id);
  const token = await renewToken(tx, session.id, await shownAfter(tx, actor.id, session));
  await tellOfSignInChange(tx, actor.id);
  await record(tx, { event, subject: actor.id, detail: { key } });
  return token;
}

/** What the session has shown: the first key lets in whoever set it, and with the last one gone nothing is shown. */
async function shownAfter(tx: Tx, clientId: string, { secondFactorAt, secondKeyBy }: Session) {
  return (await hasSecondKey(tx, clientId))
    ? { secondFactorAt: secondFactorAt ?? clock.now(), secondKeyBy }
    : { secondFactorAt: null, secondKeyBy: null };
}

/** Queues "Your sign-in was changed": no detail, and sent only where nobody else reads it. */
async function tellOfSignInChange(tx: Tx, accountId: string) {
  const noticeId = newId();
  await tx
    .insert(notice)
    .values({ id: noticeId, kind: 'sign-in-changed', accountId, createdAt: clock.now() });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}
