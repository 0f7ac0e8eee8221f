// Somebody who has come in by e-mail gives the PIN: right, the session opens; wrong too often, it waits; twenty times, it is shut.
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { clientPin } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { withinLimit } from './limits';
import { isPinNetwork, rememberPinNetwork } from './pin-network';
import { normalisePin } from './pin-rules';
import { isShut, PIN_TRIES } from './pin-tries';
import { pinFits, refuseIfCrowded } from './pin-verifier';
import { keyGiven } from './session';
import { countHere, keepWrongTries } from './wrong-tries';

type FirstStep = Actor & { kind: 'first-step' };

export type PinGiven =
  | { ok: true; token: string }
  | { ok: false; reason: 'wrong' | 'too-many' | 'shut' | 'no-pin' };

/** Who tries: in which sign-in, from which address of the network. */
type Trying = { actor: FirstStep; sessionId: string; ip: string };
type Begun = { verifier: string; tries: number; since: Date; setAt: Date; known: boolean };

/**
 * Five tries in a quarter of an hour for an account, and five where it was right before. Returns the session's new token.
 * Refused: `wrong`, `too-many`, `shut` (see `PIN_TRIES`), `no-pin`. Throws `Busy` when too many PINs are being looked at.
 */
export async function givePin(trying: Trying, typed: string): Promise<PinGiven> {
  const pin = normalisePin(typed);
  refuseIfCrowded();
  const begun = await countTry(trying);
  if (!begun.ok) return begun;
  const right = await pinFits(trying.actor.id, pin, begun.verifier);
  return right ? open(trying, begun) : wrong(trying, begun);
}

/** A try counts as a wrong one before it is looked at, so that many at once are as many. */
async function countTry({ actor, sessionId, ip }: Trying) {
  return as(actor, async (tx) => {
    const [pin] = await tx.select().from(clientPin).where(eq(clientPin.clientId, actor.id));
    if (!pin) return { ok: false, reason: 'no-pin' } as const;
    const known = await isPinNetwork(tx, pin, ip);
    if (isShut(pin, known)) return { ok: false, reason: 'shut' } as const;
    if (!(await withinLimit(tx, 'pin.account', actor.id, ...(known ? ['known'] : []))))
      return { ok: false, reason: 'too-many' } as const;
    const [counted] = await tx
      .update(clientPin)
      .set({ wrongInARow: sql`${clientPin.wrongInARow} + 1` })
      .where(
        and(
          eq(clientPin.clientId, actor.id),
          known ? lt(clientPin.wrongInARow, PIN_TRIES.whereItWasRight) : isNull(clientPin.shutAt),
        ),
      )
      .returning({ tries: clientPin.wrongInARow, verifier: clientPin.verifier });
    if (!counted) return { ok: false, reason: 'shut' } as const;
    await countHere(tx, sessionId, 1);
    return { ok: true, ...counted, setAt: pin.setAt, since: pin.givenAt ?? pin.setAt, known } as const;
  });
}

async function open(
  { actor, sessionId, ip }: Trying,
  { verifier, tries, since, setAt, known }: Begun,
): Promise<PinGiven> {
  return as(actor, async (tx) => {
    // Of the very PIN that was given: one set meanwhile is not opened by the one before.
    const opened = await tx
      .update(clientPin)
      .set({ wrongInARow: 0, shutAt: null, givenAt: clock.now() })
      .where(
        and(
          eq(clientPin.clientId, actor.id),
          eq(clientPin.verifier, verifier),
          known ? undefined : isNull(clientPin.shutAt),
        ),
      )
      .returning({ id: clientPin.clientId });
    if (opened.length === 0) return { ok: false, reason: 'wrong' };
    // This one was right, and counted as wrong until it was looked at.
    await countHere(tx, sessionId, -1);
    await keepWrongTries(tx, sessionId, { wrong: tries - 1, since });
    await rememberPinNetwork(tx, { clientId: actor.id, setAt }, ip);
    const token = await keyGiven(tx, sessionId, 'pin');
    await record(tx, { event: 'second-key.given', subject: actor.id, detail: { key: 'pin' } });
    return { ok: true, token };
  });
}

async function wrong({ actor }: Trying, { tries, known }: Begun): Promise<PinGiven> {
  return as(actor, async (tx) => {
    const shutElsewhere = tries >= PIN_TRIES.elsewhere;
    if (shutElsewhere)
      await tx.update(clientPin).set({ shutAt: clock.now() }).where(eq(clientPin.clientId, actor.id));
    const shut = known ? tries >= PIN_TRIES.whereItWasRight : shutElsewhere;
    await record(tx, {
      event: shut ? 'second-key.shut' : 'second-key.failed',
      subject: actor.id,
      detail: { key: 'pin', tries },
    });
    return { ok: false, reason: shut ? 'shut' : 'wrong' };
  });
}
