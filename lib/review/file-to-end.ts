// What a page that ends somebody's way here says before it does: who it is, what would be cancelled, and what stands in the way.
import { and, eq, isNull } from 'drizzle-orm';
import { as } from '@/db/client';
import { informationRequest } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { referralPlaces } from '@/lib/clinic/save-referral-places';
import { clientFacts } from '@/lib/forms/client-facts';
import { bookedAhead } from '@/lib/scheduling/cancel-booked';
import { allClinicians } from '@/lib/scheduling/clinicians';
import { entryOf } from '@/lib/scheduling/waitlist-of';
import { answersForStaff, newestOf } from './answers-for-staff';
import { stampOfTimes } from './decline-submission';
import { flagsOf, redNotSeen } from './flags-of';
import { whyNotToActOn } from './on-the-case';
import { transition } from './status';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';

export type FileToEnd = NonNullable<Awaited<ReturnType<typeof fileToEnd>>>;

/** Null for one that doesn't exist, isn't sent, or isn't theirs to decide on, alike. Having looked is one line in the record. */
export async function fileToEnd(actor: Staff, reference: string, verb: 'decline' | 'close') {
  if (!isClinical(actor)) return null;
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found || found.status === 'draft' || (await whyNotToActOn(tx, actor, found))) return null;
    const answers = newestOf(await answersForStaff(tx, actor, found.id));
    const { names, country } = clientFacts(answers);
    const flags = await flagsOf(tx, [found.id]);
    const clinic = await clinicOf(tx);
    const times = await bookedAhead(tx, found.clientId);
    const clinicians = times.length > 0 ? await allClinicians(tx) : [];
    const [asked] = await tx
      .select({ id: informationRequest.id })
      .from(informationRequest)
      .where(and(eq(informationRequest.submissionId, found.id), isNull(informationRequest.endedAt)))
      .limit(1);
    await record(tx, { event: 'submission.read', subject: found.clientId, detail: { submission: found.id } });
    return {
      ...{ reference: found.reference, status: found.status, country, clinic },
      name: names[0] ?? null,
      open: transition(verb, found.status) !== null,
      redNotSeen: redNotSeen(flags).length > 0,
      /** Acknowledged, and not closed: it stays so whatever is decided. */
      redOpen: flags.some(({ level, closed }) => level !== 'amber' && !closed),
      times: times.map(({ reference: time, startsAt, zone, clinicianId }) => ({
        ...{ reference: time, startsAt, zone },
        with: clinicians.find(({ id }) => id === clinicianId)?.name ?? '',
      })),
      /** What the form carries of them. */
      shown: stampOfTimes(times),
      waits: (await entryOf(tx, found.clientId)) !== null,
      asked: asked !== undefined,
      places: await referralPlaces(tx),
    };
  });
}
