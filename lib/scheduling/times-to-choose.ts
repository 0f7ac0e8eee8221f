// What the page of times shows a client: who can see them, and when; or why it can't be shown yet.
import type { Actor } from '@/db/client';
import { as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { bookingFacts } from './booking-facts';
import { firstAvailable, nearestFree } from './choose-slots';
import { allClinicians } from './clinicians';
import type { PageOfDays } from './days-of-times';
import { daysOfTimes } from './days-of-times';
import { whyNotReady, whyNotSeen } from './may-book';
import type { OpenSlot } from './open-slots';
import { openSlots } from './open-slots';
import { timeRequestOf } from './time-request';
import { waitlistOf } from './waitlist-of';
import { whyNobody } from './why-nobody';
import { zoneOr } from './zones';

type Client = Extract<Actor, { kind: 'client' }>;

const DAYS_A_PAGE = 5;
const NEAREST = 4;

export interface TimesAsked {
  /** A clinician's reference; undefined for the first available of all. */
  with?: string | undefined;
  zone?: string | undefined;
  /** The local date to begin with. */
  from?: string | undefined;
  /** A time that was lost, and whose it was (a reference): the nearest free ones are wanted. */
  lost?: { at: Date; with: string | undefined } | undefined;
  /** For the appointment they have, to move it. */
  moving: boolean;
}

export type TimesToChoose = Extract<Awaited<ReturnType<typeof timesToChoose>>, { ok: true }>;

/** The free times nearest to one that was lost: of the clinician whose it was, if they can see this client, and of the others. */
export interface Nearest {
  same: { name: string; slots: OpenSlot[] } | null;
  others: OpenSlot[];
}

function nearestTo(lost: { at: Date; with: string | undefined }, open: OpenSlot[]): Nearest {
  const theirs = open.filter(({ clinician }) => clinician.reference === lost.with);
  const others = open.filter(({ clinician }) => clinician.reference !== lost.with);
  const name = theirs[0]?.clinician.name;
  return {
    same: name === undefined ? null : { name, slots: nearestFree(theirs, lost.at, NEAREST) },
    others: nearestFree(firstAvailable(others), lost.at, NEAREST),
  };
}

/** Refused: what `whyNotReady` says, and `no-appointment` when there is none to move. `with` is null for the first available; a clinician who can't see this client is nobody. */
export async function timesToChoose(actor: Client, asked: TimesAsked) {
  return as(actor, async (tx) => {
    const [facts, clinic, all, request, waitlist] = await Promise.all([
      bookingFacts(tx, actor.id),
      clinicOf(tx),
      allClinicians(tx),
      timeRequestOf(tx, actor.id),
      waitlistOf(tx, actor.id),
    ]);
    if (asked.moving && !facts.hasAppointment)
      return { ok: false as const, reason: 'no-appointment' as const };
    const reason = whyNotReady({ ...facts, hasAppointment: facts.hasAppointment && !asked.moving });
    if (reason) return { ok: false as const, reason };
    const nobody = whyNobody(all, facts);
    const clinicians = all.filter((one) => whyNotSeen(one, facts) === null);
    const chosen = clinicians.find(({ reference }) => reference === asked.with);
    const zone = zoneOr(asked.zone, facts.zone ?? clinic.zone);
    // The others' are looked at only where one was lost.
    const open = await openSlots(tx, chosen && !asked.lost ? [chosen] : clinicians);
    const slots = firstAvailable(chosen ? open.filter(({ clinician }) => clinician === chosen) : open);
    const from = asked.from !== undefined && /^\d{4}-\d\d-\d\d$/.test(asked.from) ? asked.from : null;
    const page: PageOfDays = daysOfTimes(slots, zone, from, DAYS_A_PAGE);
    return {
      ok: true as const,
      clinicians: clinicians.map(({ reference, name, credential }) => ({ reference, name, credential })),
      with: chosen?.reference ?? null,
      zone,
      clinicZone: clinic.zone,
      phone: clinic.phone,
      hours: clinic.hours,
      /** Why nobody can see them; null when somebody can. */
      nobody,
      region: facts.region,
      /** They asked to be given a time. */
      request,
      /** They wait for one that suits them. */
      waitlist,
      format: facts.format,
      moving: asked.moving,
      nearest: asked.lost ? nearestTo(asked.lost, open) : null,
      ...page,
    };
  });
}
