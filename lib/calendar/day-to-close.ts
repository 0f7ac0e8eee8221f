// A clinician's day that is to be closed, before anything changes: who is booked, and where each of them could go.
import { and, asc, eq, gt } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { appointment } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import type { Staff } from '@/lib/review/submission-by-reference';
import { bookingFactsForStaff } from '@/lib/scheduling/booking-facts';
import { dateIn } from '@/lib/scheduling/calendar-dates';
import { nearestFree } from '@/lib/scheduling/choose-slots';
import { allClinicians, type Clinician } from '@/lib/scheduling/clinicians';
import type { DayException } from '@/lib/scheduling/local-hours';
import { whyNotSeen } from '@/lib/scheduling/may-book';
import { type OpenSlot, openSlots } from '@/lib/scheduling/open-slots';
import { localDateOf } from '@/lib/scheduling/time-in-words';
import type { Appointment } from './appointment-by-reference';
import { type ClientLabel, clientLabels, NOBODY_KNOWN } from './client-labels';
import { maySchedule } from './may-schedule';

/** How many new times of the same clinician, and of others, are offered for each. */
const TIMES = 5;

export type TimeOffered = { with: string; name: string; startsAt: Date };

export type RowToClose = Pick<Appointment, 'reference' | 'sequence' | 'startsAt' | 'endsAt' | 'format'> & {
  client: ClientLabel;
  /** The same clinician's first, then others': those nearest to what they had, in order. */
  times: TimeOffered[];
  /** The place in `times` of the one that is proposed, no two rows the same; null when none is left. */
  proposed: number | null;
};

export type DayToClose = {
  clinician: Pick<Clinician, 'reference' | 'name'> & { zone: string };
  /** On the clinician's own calendar. */
  date: string;
  zone: string;
  closed: boolean;
  rows: RowToClose[];
};

/** Those still to come on that local date of the clinician, the first first. */
export async function bookedOn(tx: Tx, clinician: Clinician, date: string): Promise<Appointment[]> {
  const rows = await tx
    .select()
    .from(appointment)
    .where(
      and(
        eq(appointment.clinicianId, clinician.id),
        eq(appointment.status, 'booked'),
        gt(appointment.startsAt, clock.now()),
      ),
    )
    .orderBy(asc(appointment.startsAt));
  return rows.filter(({ startsAt }) => localDateOf(startsAt, clinician.hours.zone) === date);
}

/** Null for a clinician or a date that doesn't exist, a date that is past, and whoever may not change the diary. */
export async function dayToClose(
  actor: Staff,
  asked: { with: string | undefined; on: string | undefined },
): Promise<DayToClose | null> {
  const date = dateIn(asked.on);
  if (!date || !maySchedule(actor)) return null;
  return as(actor, async (tx) => {
    const { zone } = await clinicOf(tx);
    const all = await allClinicians(tx);
    const clinician = all.find(({ reference }) => reference === asked.with);
    if (!clinician || date < localDateOf(clock.now(), clinician.hours.zone)) return null;
    const booked = await bookedOn(tx, clinician, date);
    const labels = await clientLabels(
      tx,
      booked.map(({ clientId }) => clientId),
    );
    // Nobody is put at a time that is nearer than they could have chosen themselves.
    const free = (booked.length > 0 ? await openSlots(tx, all) : []).filter(
      (slot) =>
        slot.clinician.id !== clinician.id || localDateOf(slot.startsAt, clinician.hours.zone) !== date,
    );
    const rows: RowToClose[] = [];
    const given = new Set<string>();
    for (const each of booked) {
      const times = timesNear(each, clinician, await seenBy(tx, each.clientId, free));
      const chosen = proposedOf(times, each, clinician, given);
      if (chosen) given.add(keyOf(chosen));
      const { reference, sequence, startsAt, endsAt, format } = each;
      rows.push({
        ...{ reference, sequence, startsAt, endsAt, format, times },
        client: labels.get(each.clientId) ?? NOBODY_KNOWN,
        proposed: chosen ? times.indexOf(chosen) : null,
      });
    }
    const detail = { from: date, days: 1, appointments: rows.map(({ reference }) => reference) };
    await record(tx, { event: 'calendar.read', subject: 'clinic', detail });
    return {
      clinician: { reference: clinician.reference, name: clinician.name, zone: clinician.hours.zone },
      ...{ date, zone, rows, closed: isClosed(clinician.hours.exceptions, date) },
    };
  });
}

/** The whole of that local date is off. */
export const isClosed = (exceptions: readonly DayException[], date: string): boolean =>
  exceptions.some(
    ({ onDate, kind, startsLocal, endsLocal }) =>
      onDate === date && kind === 'off' && startsLocal === null && endsLocal === null,
  );

/** Free times of those who can see this client. */
async function seenBy(tx: Tx, clientId: string, free: OpenSlot[]): Promise<OpenSlot[]> {
  const facts = await bookingFactsForStaff(tx, clientId);
  return free.filter(
    ({ clinician }) => whyNotSeen({ ...clinician, active: clinician.works }, facts) === null,
  );
}

function timesNear({ startsAt }: Appointment, clinician: Clinician, free: OpenSlot[]): TimeOffered[] {
  const isTheirs = (slot: OpenSlot) => slot.clinician.id === clinician.id;
  const near = (slots: OpenSlot[]) => nearestFree(slots, startsAt, TIMES);
  return [...near(free.filter(isTheirs)), ...near(free.filter((slot) => !isTheirs(slot)))].map((slot) => ({
    with: slot.clinician.reference,
    name: slot.clinician.name,
    startsAt: slot.startsAt,
  }));
}

/** The nearest that nobody else of this day is given; the same clinician's, while there is one. */
function proposedOf(
  times: TimeOffered[],
  { startsAt }: Appointment,
  clinician: Clinician,
  given: ReadonlySet<string>,
): TimeOffered | undefined {
  const left = times.filter((time) => !given.has(keyOf(time)));
  const theirs = left.filter((time) => time.with === clinician.reference);
  const away = (time: TimeOffered) => Math.abs(time.startsAt.getTime() - startsAt.getTime());
  return (theirs.length > 0 ? theirs : left).sort((one, other) => away(one) - away(other))[0];
}

const keyOf = (time: TimeOffered) => `${time.with} ${time.startsAt.getTime()}`;
