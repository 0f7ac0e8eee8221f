// Somebody can't be taken on: they get a letter with other places to go, the time they had is free again, and nothing else waits for them. All of it, or nothing.
import { as, type Tx } from '@/db/client';
import { declineLetter } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { bookedAhead, cancelBooked } from '@/lib/scheduling/cancel-booked';
import { despiteDeadlock } from '@/lib/scheduling/despite-deadlock';
import { changeStatus, type StatusRefusal } from './change-status';
import { type DeclineReason, type LetterContent, sealLetter } from './decline-letter';
import { endWhatWaits, holdToEnd, noteEnding } from './end-what-waits';
import { flagsOf, redNotSeen } from './flags-of';
import { whyNotToActOn } from './on-the-case';
import { mayMake } from './status';
import { type Staff, submissionByReference } from './submission-by-reference';
import { tellPerson } from './tell-person';

export type Declining = {
  reference: string;
  letter: LetterContent;
  reason: DeclineReason;
  /** What the page said would be cancelled (`stampOfTimes`). */
  shown: string;
};

export type DeclineRefusal = StatusRefusal | 'unknown' | 'red-not-seen' | 'appointment-changed';

/** Stands for the times that are cancelled, as they were shown; '' for none. */
export const stampOfTimes = (times: readonly { reference: string; sequence: number }[]): string =>
  times.map(({ reference, sequence }) => `${reference}.${sequence}`).join(' ');

/**
 * With places it is a referral, without them a decline. One mail tells of the letter and of the time that is cancelled.
 * Refused: `unknown`, `not-allowed` (by their role), `not-on-the-case`, `only-opened`, `not-now` (it is not in review),
 * `red-not-seen` (a red flag is not acknowledged), `appointment-changed` (another time is booked than the page said).
 */
export async function declineSubmission(
  actor: Staff,
  declining: Declining,
): Promise<{ ok: true } | { ok: false; reason: DeclineRefusal }> {
  return despiteDeadlock(() => as(actor, (tx) => decline(tx, actor, declining)));
}

async function decline(
  tx: Tx,
  actor: Staff,
  { reference, letter, reason, shown }: Declining,
): Promise<{ ok: true } | { ok: false; reason: DeclineRefusal }> {
  const found = await submissionByReference(tx, actor, reference);
  if (!found) return { ok: false, reason: 'unknown' };
  if (!mayMake('decline', actor)) return { ok: false, reason: 'not-allowed' };
  const notTheirs = await whyNotToActOn(tx, actor, found);
  if (notTheirs) return { ok: false, reason: notTheirs };
  if (!(await holdToEnd(tx, found, 'decline'))) return { ok: false, reason: 'not-now' };
  if (redNotSeen(await flagsOf(tx, [found.id])).length > 0) return { ok: false, reason: 'red-not-seen' };
  const times = await bookedAhead(tx, found.clientId);
  if (stampOfTimes(times) !== shown) return { ok: false, reason: 'appointment-changed' };

  const letterId = newId();
  const kind = letter.places.length > 0 ? 'referred' : 'declined';
  // The clinician they would have met is on the case by that time: it is given back last.
  const moved = await changeStatus(tx, actor, found.id, 'decline', {
    detail: { letter: letterId, kind, reason, places: letter.places.length, cancelled: times.length },
  });
  if (!moved.ok) return moved;
  await tx.insert(declineLetter).values({
    ...{ id: letterId, submissionId: found.id, clientId: found.clientId },
    ...{ writtenBy: actor.id, writtenAt: clock.now(), appointmentId: times[0]?.id },
    content: await sealLetter(tx, found.clientId, letterId, letter),
  });
  await noteEnding(tx, actor, found, { kind, reason });
  await endWhatWaits(tx, actor, found);
  await tellPerson(tx, 'letter-for-you', { accountId: found.clientId, aboutId: letterId });
  for (const each of times) await cancelBooked(tx, each, { tells: false });
  return { ok: true };
}
