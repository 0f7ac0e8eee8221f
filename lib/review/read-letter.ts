// A client opens the letter that was written to them; the first time is noted, so that whoever wrote it knows that it arrived.

import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { appointment, declineLetter, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { type Clinic, clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { answersOf } from '@/lib/forms/answers-of';
import { clientFacts } from '@/lib/forms/client-facts';
import { zoneOfClient } from '@/lib/scheduling/zone-of-client';
import { type Letter, letterOf } from './decline-letter';
import { isUntold, settleUntold, type Untold } from './settle-untold';
import type { Staff } from './submission-by-reference';

type Client = Actor & { kind: 'client' };

/** `country` (ISO 3166 alpha-2): where they said they will be; null when they have not. */
export type LetterToRead = Letter & {
  zone: string;
  country: string | null;
  clinic: Pick<Clinic, 'name' | 'phone' | 'email' | 'country' | 'address'>;
};

/**
 * Null when no letter holds for them. Nothing of theirs changes by it: an address that is opened again, or by a page that
 * looks ahead, notes nothing more.
 */
export const readLetter = (actor: Client): Promise<LetterToRead | null> =>
  as(actor, async (tx) => {
    const letter = await letterOf(tx, actor.id);
    if (!letter) return null;
    await noteRead(tx, actor.id, letter);
    await endTelling(tx, actor.id, letter.id);
    const clinic = await clinicOf(tx);
    return {
      ...letter,
      zone: await zoneOfClient(tx, actor.id, clinic.zone),
      country: clientFacts(await answersOf(tx, actor.id)).country,
      clinic,
    };
  });

async function noteRead(tx: Tx, clientId: string, { id, readAt }: Letter) {
  if (readAt) return;
  const noted = await tx
    .update(declineLetter)
    .set({ readAt: clock.now() })
    .where(and(eq(declineLetter.id, id), isNull(declineLetter.readAt)))
    .returning({ id: declineLetter.id });
  if (noted.length === 0) return;
  await record(tx, { event: 'letter.read', subject: clientId, detail: { letter: id } });
}

/** Whoever has read their letter needs nobody to tell them of it. */
async function endTelling(tx: Tx, clientId: string, letterId: string) {
  const ended = await tx
    .update(task)
    .set({ doneAt: clock.now() })
    .where(and(isUntold(clientId, UNTOLD), eq(task.aboutId, letterId)))
    .returning({ id: task.id });
  for (const { id } of ended)
    await record(tx, { event: 'task.ended', subject: clientId, detail: { kind: UNTOLD, task: id } });
}

const UNTOLD: Untold = 'letter-untold';

/**
 * What somebody whose way here has ended is still to be told by staff, for the page that shows it: of their letter, or
 * that the time they had, which began at `visitAt`, is cancelled.
 */
export async function letterUntold(
  tx: Tx,
  clientId: string,
): Promise<{ dueAt: Date; visitAt: Date | null } | null> {
  const [row] = await tx
    .select({ dueAt: task.dueAt, visitAt: appointment.startsAt })
    .from(task)
    .leftJoin(appointment, eq(appointment.id, task.aboutId))
    .where(isUntold(clientId, UNTOLD))
    .orderBy(asc(task.dueAt))
    .limit(1);
  return row ?? null;
}

/** Somebody here has told the client of it, as `settleUntold` says. */
export const settleLetter = (actor: Staff, reference: string) => settleUntold(actor, reference, UNTOLD);
