// The rota as staff read it: who is on call now and in the next two weeks, and when nobody is though somebody is here.
import { Temporal } from 'temporal-polyfill';
import { type Actor, as } from '@/db/client';
import { clock } from '@/lib/env/clock';
import { type Clinic, clinicOf } from './clinic';
import { clinicalLeads, type Person, peopleForCall, type RotaShift, shiftsFrom } from './on-call';
import { type OnCallSpan, onCallSpans } from './rota-spans';
import { staffedSpans } from './staffed-hours';

export const DAYS_AHEAD = 14;

/** Instants; `names` is empty where nobody is on call. */
export type CoveredSpan = { from: Date; until: Date; names: string[] };
/** `gaps`: staffed hours in which nobody is on call. */
export type RotaDay = { date: string; covered: CoveredSpan[]; gaps: { from: Date; until: Date }[] };

export type Rota = {
  zone: string;
  /** Who is on call at this moment, and until when that stays so; null when it does for two weeks. */
  now: { names: string[]; until: Date | null };
  days: RotaDay[];
  /** With the name of whom each is; null for "nobody". */
  shifts: (RotaShift & { name: string | null })[];
  people: Person[];
  leads: Person[];
  /** The clinic has set when somebody is here: without that no gap can be told. */
  staffed: boolean;
  today: string;
};

/** Those who were let go are left out, as they are when somebody has to be told. */
export async function rotaOf(actor: Actor): Promise<Rota> {
  return as(actor, async (tx) => {
    const clinic = await clinicOf(tx);
    const { zone } = clinic;
    const now = clock.now();
    const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
      .toZonedDateTimeISO(zone)
      .toPlainDate();
    const [shifts, people, leads] = [
      await shiftsFrom(tx, zone, now),
      await peopleForCall(tx),
      await clinicalLeads(tx),
    ];
    const live = shifts.filter(({ staffId }) => staffId === null || people.some(({ id }) => id === staffId));
    const nameOf = (id: string | null) => people.find((each) => each.id === id)?.name ?? null;
    const midnight = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
    const ahead = onCallSpans(live, zone, now, midnight(today.add({ days: DAYS_AHEAD })));
    const days = Array.from({ length: DAYS_AHEAD }, (_, at) => {
      const day = today.add({ days: at });
      const spans = onCallSpans(live, zone, midnight(day), midnight(day.add({ days: 1 })));
      return dayOf(clinic, day, spans, (staff) => staff.flatMap((id) => nameOf(id) ?? []));
    });
    const [first] = ahead;
    return {
      ...{ zone, days, people, leads, today: today.toString(), staffed: clinic.hours.length > 0 },
      now: {
        names: (first?.staff ?? []).flatMap((id) => nameOf(id) ?? []),
        until: first && ahead.length > 1 ? new Date(first.until) : null,
      },
      shifts: live.map((shift) => ({ ...shift, name: nameOf(shift.staffId) })),
    };
  });
}

function dayOf(
  clinic: Clinic,
  day: Temporal.PlainDate,
  spans: readonly OnCallSpan[],
  namesOf: (staff: readonly string[]) => string[],
): RotaDay {
  const gaps = spans
    .filter(({ staff }) => staff.length === 0)
    .flatMap((gap) =>
      staffedSpans(clinic, day).map(({ from, until }) => ({
        from: Math.max(from, gap.from),
        until: Math.min(until, gap.until),
      })),
    )
    .filter(({ from, until }) => from < until);
  return {
    date: day.toString(),
    covered: spans
      .filter(({ staff }) => staff.length > 0)
      .map(({ from, until, staff }) => ({
        from: new Date(from),
        until: new Date(until),
        names: namesOf(staff),
      })),
    gaps: gaps.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) })),
  };
}
