// What a page that takes somebody on, or ends their way here, says before it does: who it is, what would be cancelled, what is open, and what stands in the way.
import { and, eq, isNull, ne, not } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment, informationRequest } from '@/db/schema';
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
import { openUntil } from './glass';
import { whyNotToActOn } from './on-the-case';
import { transition } from './status';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';
import { unreadOf } from './unread-of';

export type FileToDecide = NonNullable<Awaited<ReturnType<typeof fileToDecide>>>;

/** Null for one that doesn't exist, isn't sent, or isn't theirs to decide on, alike. Having looked is one line in the record. */
export async function fileToDecide(actor: Staff, reference: string, verb: 'accept' | 'decline' | 'close') {
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
      /** Danger signs that are not closed. */
      flagsOpen: flags.filter(({ closed }) => !closed).length,
      /** What they put right, or gave when asked, and nobody has read. */
      unread: (await unreadOf(tx, found.clientId)).length,
      times: times.map(({ reference: time, startsAt, zone, clinicianId }) => ({
        ...{ reference: time, startsAt, zone },
        with: clinicians.find(({ id }) => id === clinicianId)?.name ?? '',
      })),
      /** What the form carries of them. */
      shown: stampOfTimes(times),
      waits: (await entryOf(tx, found.clientId)) !== null,
      asked: asked !== undefined,
      places: await referralPlaces(tx),
      leaves: await leavesWith(tx, actor, found, { flags, times }),
    };
  });
}

type Here = { flags: Awaited<ReturnType<typeof flagsOf>>; times: Awaited<ReturnType<typeof bookedAhead>> };

/** Whether they are on the case by nothing but `times`, and so can't open the file any more once these are cancelled. */
async function leavesWith(
  tx: Tx,
  actor: Staff,
  { clientId, assigneeId }: { clientId: string; assigneeId: string | null },
  { flags, times }: Here,
): Promise<boolean> {
  if (actor.roles.includes('lead') || assigneeId === null || assigneeId === actor.id) return false;
  if (!times.some(({ clinicianId }) => clinicianId === actor.id)) return false;
  // A red sign that is open may have gone to them: with it they stay.
  if (flags.some(({ level, closed, holder }) => !closed && (level !== 'amber' || holder?.id === actor.id)))
    return false;
  if (await openUntil(tx, actor, clientId)) return false;
  const [met] = await tx
    .select({ id: appointment.id })
    .from(appointment)
    .where(
      and(
        eq(appointment.clientId, clientId),
        eq(appointment.clinicianId, actor.id),
        ne(appointment.status, 'cancelled'),
        not(
          oneOf(
            appointment.id,
            times.map(({ id }) => id),
          ),
        ),
      ),
    )
    .limit(1);
  return !met;
}
