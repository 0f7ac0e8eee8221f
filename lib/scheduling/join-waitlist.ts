// A client for whom no time is free, or none that suits, leaves their wishes; or says anew which times they wait for.
import { eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { client, waitlistEntry } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { bookingFacts } from './booking-facts';
import { cliniciansFor } from './clinicians';
import { offerSoon } from './free-time';
import { type MayNotBook, whyNotReady } from './may-book';
import { entryOf } from './waitlist-of';
import type { WaitlistWishes } from './waitlist-wishes';
import { zoneOfClient } from './zone-of-client';
import { zoneOr } from './zones';

export type Joined = { ok: true } | { ok: false; reason: MayNotBook | 'nobody' };

const WEEK = 7 * 86_400_000;

/**
 * Joining twice is joining once; changing one's wishes keeps one's place. A clinician who can't see them is nobody, and
 * stands for whoever is free first. Refused with what stands before booking, and `nobody` when nobody here can see them.
 */
export const joinWaitlist = (actor: Actor & { kind: 'client' }, wishes: WaitlistWishes): Promise<Joined> =>
  as(actor, (tx) => join(tx, actor.id, wishes));

async function join(tx: Tx, clientId: string, wishes: WaitlistWishes): Promise<Joined> {
  await tx.select({ id: client.id }).from(client).where(eq(client.id, clientId)).for('update');
  const facts = await bookingFacts(tx, clientId);
  const reason = whyNotReady(facts);
  if (reason) return { ok: false, reason };
  const clinicians = await cliniciansFor(tx, facts);
  if (clinicians.length === 0) return { ok: false, reason: 'nobody' };

  const now = clock.now();
  const { weekdays, partsOfDay, weeks } = wishes;
  const wanted = {
    ...{ weekdays, partsOfDay, weeks },
    clinicianId: clinicians.find(({ reference }) => reference === wishes.with)?.id ?? null,
    zone: zoneOr(wishes.zone, await zoneOfClient(tx, clientId, (await clinicOf(tx)).zone)),
    endsAt: new Date(now.getTime() + weeks * WEEK),
    changedAt: now,
  };
  const before = await entryOf(tx, clientId);
  const entry = before?.id ?? newId();
  if (before) await tx.update(waitlistEntry).set(wanted).where(eq(waitlistEntry.id, entry));
  else await tx.insert(waitlistEntry).values({ id: entry, clientId, joinedAt: now, ...wanted });
  await offerSoon(tx);
  const event = before ? 'waitlist.changed' : 'waitlist.joined';
  await record(tx, { event, subject: clientId, detail: { entry } });
  return { ok: true };
}
