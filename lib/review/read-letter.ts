// A client opens the letter that was written to them; the first time is noted, so that whoever wrote it knows that it arrived.
import { and, eq, isNull } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { declineLetter, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { type Clinic, clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { answersOf } from '@/lib/forms/answers-of';
import { clientFacts } from '@/lib/forms/client-facts';
import { zoneOfClient } from '@/lib/scheduling/zone-of-client';
import { type Letter, letterOf } from './decline-letter';
import type { NotToActOn } from './on-the-case';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';
import { whyNotToWrite } from './write-message';

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

/** What of a declined person's letter is still to be told by staff, for the page that shows it. */
export async function letterUntold(tx: Tx, clientId: string): Promise<{ dueAt: Date } | null> {
  const [row] = await tx
    .select({ dueAt: task.dueAt })
    .from(task)
    .where(and(eq(task.clientId, clientId), eq(task.kind, 'letter-untold'), isNull(task.doneAt)))
    .limit(1);
  return row ?? null;
}

/** Somebody here has told the client of their letter, in the way they allow. Twice is once. Refused: `unknown`, `not-on-the-case`, `only-opened`. */
export async function settleLetter(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | NotToActOn }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found || !(isClinical(actor) || actor.roles.includes('front-desk')))
      return { ok: false, reason: 'unknown' };
    const notTheirs = await whyNotToWrite(tx, actor, found);
    if (notTheirs) return { ok: false, reason: notTheirs };
    const settled = await tx
      .update(task)
      .set({ doneAt: clock.now(), doneBy: actor.id })
      .where(and(eq(task.clientId, found.clientId), eq(task.kind, 'letter-untold'), isNull(task.doneAt)))
      .returning({ id: task.id });
    for (const { id } of settled)
      await record(tx, {
        event: 'task.settled',
        subject: found.clientId,
        detail: { kind: 'letter-untold', task: id },
      });
    return { ok: true };
  });
}
