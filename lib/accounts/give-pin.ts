// Somebody who has come in by e-mail gives the PIN: right, the session opens; wrong too often, it waits; twenty times, it is shut.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { clientPin } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { withinLimit } from './limits';
import { normalisePin } from './pin-rules';
import { pinFits, refuseIfCrowded } from './pin-verifier';
import { keyGiven } from './session';
import { countHere, keepWrongTries } from './wrong-tries';

type FirstStep = Actor & { kind: 'first-step' };

/** Wrong tries in a row after which a PIN opens nothing more. */
export const PIN_TRIES = 20;

export type PinGiven =
  | { ok: true; token: string }
  | { ok: false; reason: 'wrong' | 'too-many' | 'shut' | 'no-pin' };

/**
 * Five tries in a quarter of an hour for an account. Returns the session's new token. Refused: `wrong`, `too-many`,
 * `shut` (the clinic can reset it), `no-pin`. Throws `Busy` when too many PINs are being looked at.
 */
export async function givePin(actor: FirstStep, sessionId: string, typed: string): Promise<PinGiven> {
  const pin = normalisePin(typed);
  refuseIfCrowded();
  const begun = await countTry(actor, sessionId);
  if (!begun.ok) return begun;
  const right = await pinFits(actor.id, pin, begun.verifier);
  return right ? open(actor, sessionId, begun) : wrong(actor, begun.tries);
}

/** A try counts as a wrong one before it is looked at, so that many at once are as many. */
async function countTry(actor: FirstStep, sessionId: string) {
  return as(actor, async (tx) => {
    const [pin] = await tx.select().from(clientPin).where(eq(clientPin.clientId, actor.id));
    if (!pin) return { ok: false, reason: 'no-pin' } as const;
    if (pin.shutAt) return { ok: false, reason: 'shut' } as const;
    if (!(await withinLimit(tx, 'pin.account', actor.id))) return { ok: false, reason: 'too-many' } as const;
    const [counted] = await tx
      .update(clientPin)
      .set({ wrongInARow: sql`${clientPin.wrongInARow} + 1` })
      .where(and(eq(clientPin.clientId, actor.id), isNull(clientPin.shutAt)))
      .returning({ tries: clientPin.wrongInARow, verifier: clientPin.verifier });
    if (!counted) return { ok: false, reason: 'shut' } as const;
    await countHere(tx, sessionId, 1);
    return { ok: true, ...counted, since: pin.givenAt ?? pin.setAt } as const;
  });
}

async function open(
  actor: FirstStep,
  sessionId: string,
  { verifier, tries, since }: { verifier: string; tries: number; since: Date },
): Promise<PinGiven> {
  return as(actor, async (tx) => {
    // Of the very PIN that was given: one set meanwhile is not opened by the one before.
    const opened = await tx
      .update(clientPin)
      .set({ wrongInARow: 0, givenAt: clock.now() })
      .where(
        and(eq(clientPin.clientId, actor.id), eq(clientPin.verifier, verifier), isNull(clientPin.shutAt)),
      )
      .returning({ id: clientPin.clientId });
    if (opened.length === 0) return { ok: false, reason: 'wrong' };
    // This one was right, and counted as wrong until it was looked at.
    await countHere(tx, sessionId, -1);
    await keepWrongTries(tx, sessionId, { wrong: tries - 1, since });
    const token = await keyGiven(tx, sessionId, 'pin');
    await record(tx, { event: 'second-key.given', subject: actor.id, detail: { key: 'pin' } });
    return { ok: true, token };
  });
}

async function wrong(actor: FirstStep, tries: number): Promise<PinGiven> {
  return as(actor, async (tx) => {
    const shut = tries >= PIN_TRIES;
    if (shut) await tx.update(clientPin).set({ shutAt: clock.now() }).where(eq(clientPin.clientId, actor.id));
    await record(tx, {
      event: shut ? 'second-key.shut' : 'second-key.failed',
      subject: actor.id,
      detail: { key: 'pin', tries },
    });
    return { ok: false, reason: shut ? 'shut' : 'wrong' };
  });
}
