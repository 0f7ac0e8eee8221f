// The clinic's diary as its staff see it: every clinician's day or week, what is booked and what is free. Having looked is one line in the record.
import { and, asc, gte, lt } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import type { Staff } from '@/lib/review/submission-by-reference';
import { beginningOf, dateIn, daysAfter, mondayOf } from '@/lib/scheduling/calendar-dates';
import { forStaff } from '@/lib/scheduling/check-staff-booking';
import { allClinicians, type Clinician } from '@/lib/scheduling/clinicians';
import { type HoursOn, hoursOn } from '@/lib/scheduling/hours-on';
import { openSlots } from '@/lib/scheduling/open-slots';
import { localDateOf } from '@/lib/scheduling/time-in-words';
import { type ClientLabel, clientLabels, NOBODY_KNOWN } from './client-labels';
import { isClosed, mayClose, mayOpen } from './day-to-close';
import { maySchedule } from './may-schedule';

type Row = typeof appointment.$inferSelect;

export type CalendarAppointment = Pick<Row, 'reference' | 'startsAt' | 'endsAt' | 'format' | 'status'> & {
  client: ClientLabel;
  /** It has begun, and nobody has said whether they came. */
  unmarked: boolean;
};

/** One clinician on one day of the clinic's calendar. */
export type CalendarCell = HoursOn & {
  date: string;
  /** In order of their beginning; cancelled ones are not among them. */
  appointments: CalendarAppointment[];
  cancelled: CalendarAppointment[];
  /** The whole day was closed, by their own calendar. */
  closed: boolean;
  /** Beginnings staff can still book, in order. */
  free: Date[];
};

export type CalendarDay = { date: string; holiday: boolean; isToday: boolean };

export type CalendarRow = {
  clinician: Pick<Clinician, 'reference' | 'name' | 'credential'> & {
    zone: string;
    /** By their own clock: an earlier day can't be closed any more. */
    today: string;
    /** Whether who looks may close a day of theirs. */
    mayClose: boolean;
    /** Whether who looks may open a day of theirs again. */
    mayOpen: boolean;
  };
  /** One a day, in the days' order. */
  cells: CalendarCell[];
};

export type Calendar = {
  zone: string;
  today: string;
  days: CalendarDay[];
  rows: CalendarRow[];
  /** To choose one of. */
  clinicians: { reference: string; name: string }[];
  /** The one that was chosen; null for all. */
  chosen: string | null;
  mayChange: boolean;
};

/** Raw, as in the address: what makes no sense is ignored. `on`: a date; its week, or that day alone. */
export type CalendarAsked = { span: 'week' | 'day'; on?: string | undefined; with?: string | undefined };

export async function readCalendar(actor: Staff, asked: CalendarAsked): Promise<Calendar> {
  return as(actor, async (tx) => {
    const { zone, holidays } = await clinicOf(tx);
    const today = localDateOf(clock.now(), zone);
    const on = dateIn(asked.on) ?? today;
    const dates = asked.span === 'day' ? [on] : weekFrom(mondayOf(on));
    // Whoever works elsewhere may have the day before, or after, on the clinic's day.
    const all = await allClinicians(tx, daysAfter(dates[0] ?? on, -2));
    const chosen = all.find(({ reference }) => reference === asked.with);
    const shown = chosen ? [chosen] : all;
    const { cells, clients } = await cellsOf(tx, shown, dates, { zone, holidays });
    const calendar: Calendar = {
      ...{ zone, today, chosen: chosen?.reference ?? null, mayChange: maySchedule(actor) },
      days: dates.map((date) => ({ date, holiday: holidays.includes(date), isToday: date === today })),
      rows: shown.map(({ id, reference, name, credential, hours }) => ({
        clinician: {
          ...{ reference, name, credential, zone: hours.zone },
          today: localDateOf(clock.now(), hours.zone),
          mayClose: mayClose(actor, id),
          mayOpen: mayOpen(actor, id),
        },
        cells: dates.map((date) => cells(id, date)),
      })),
      clinicians: all.map(({ reference, name }) => ({ reference, name })),
    };
    const seen = calendar.rows.flatMap((row) => row.cells.flatMap(shownIn));
    const detail = { from: dates[0] ?? on, days: dates.length, appointments: seen, clients };
    await record(tx, { event: 'calendar.read', subject: 'clinic', detail });
    return calendar;
  });
}

const weekFrom = (monday: string) => [0, 1, 2, 3, 4, 5, 6].map((days) => daysAfter(monday, days));

const shownIn = ({ appointments, cancelled }: CalendarCell) =>
  [...appointments, ...cancelled].map(({ reference }) => reference);

/** What each clinician has on each date: read at once, looked up by both; and the clients of all of it. */
async function cellsOf(
  tx: Tx,
  clinicians: Clinician[],
  dates: string[],
  { zone, holidays }: { zone: string; holidays: string[] },
) {
  const from = beginningOf(dates[0] ?? '', zone);
  const until = beginningOf(daysAfter(dates.at(-1) ?? '', 1), zone);
  const rows = await appointmentsBetween(tx, clinicians, from, until);
  const labels = await clientLabels(
    tx,
    rows.map(({ clientId }) => clientId),
  );
  const working = clinicians.filter(({ works }) => works).map(forStaff);
  const free = await openSlots(tx, working, { from, until });
  const now = clock.now();
  const isOn = (date: string) => (each: { startsAt: Date }) => localDateOf(each.startsAt, zone) === date;

  const cells = (clinicianId: string, date: string): CalendarCell => {
    const clinician = clinicians.find(({ id }) => id === clinicianId);
    const there = rows
      .filter((row) => row.clinicianId === clinicianId)
      .filter(isOn(date))
      .map(({ clientId, reference, startsAt, endsAt, format, status }) => ({
        ...{ reference, startsAt, endsAt, format, status },
        client: labels.get(clientId) ?? NOBODY_KNOWN,
        unmarked: status === 'booked' && startsAt <= now,
      }));
    const [begins, ends] = [beginningOf(date, zone), beginningOf(daysAfter(date, 1), zone)];
    return {
      date,
      ...(clinician ? hoursOn(clinician.hours, holidays, begins, ends) : { hours: [], off: [] }),
      closed: clinician !== undefined && isClosed(clinician.hours.exceptions, date),
      appointments: there.filter(({ status }) => status !== 'cancelled'),
      cancelled: there.filter(({ status }) => status === 'cancelled'),
      free: free
        .filter((slot) => slot.clinician.id === clinicianId)
        .filter(isOn(date))
        .map(({ startsAt }) => startsAt),
    };
  };
  return { cells, clients: [...new Set(rows.map(({ clientId }) => clientId))] };
}

const appointmentsBetween = (tx: Tx, clinicians: Clinician[], from: Date, until: Date): Promise<Row[]> =>
  tx
    .select()
    .from(appointment)
    .where(
      and(
        oneOf(
          appointment.clinicianId,
          clinicians.map(({ id }) => id),
        ),
        gte(appointment.startsAt, from),
        lt(appointment.startsAt, until),
      ),
    )
    .orderBy(asc(appointment.startsAt), asc(appointment.id));
