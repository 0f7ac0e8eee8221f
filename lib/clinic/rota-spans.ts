// Who is on call from when until when, worked out from the week and from what was set for single dates.
import { Temporal } from 'temporal-polyfill';

/** Local to the clinic's zone. `09:00` or `09:00:00`, to `24:00`; one that ends at or before its beginning ends on the next day. */
export type Shift = {
  /** Null, on a date: nobody is on call then. */
  staffId: string | null;
  /** 1 = Monday; null for one on a date. */
  weekday: number | null;
  /** `2026-11-24`; null for one that comes every week. */
  onDate: string | null;
  startsLocal: string;
  endsLocal: string;
};

/** Epoch milliseconds, half-open; `staff` is empty where nobody is on call. */
export type OnCallSpan = { from: number; until: number; staff: string[] };

/**
 * Every moment of [`from`, `until`) lies in one of the spans, in order. What is set for a date stands in place of the
 * week for those hours; of two that overlap, both are on call.
 */
export function onCallSpans(shifts: readonly Shift[], zone: string, from: Date, until: Date): OnCallSpan[] {
  const [start, end] = [from.getTime(), until.getTime()];
  const spells = spellsAround(shifts, zone, start, end);
  const edges = new Set([start, end]);
  for (const { from, until } of spells)
    for (const at of [from, until]) if (start < at && at < end) edges.add(at);
  const marks = [...edges].sort((a, b) => a - b);
  const spans: OnCallSpan[] = [];
  marks.slice(0, -1).forEach((at, index) => {
    const next = marks[index + 1] ?? end;
    const staff = onCallIn(spells, at);
    const last = spans.at(-1);
    if (last && last.staff.join() === staff.join()) last.until = next;
    else spans.push({ from: at, until: next, staff });
  });
  return spans;
}

type Spell = { from: number; until: number; staffId: string | null; once: boolean };

function onCallIn(spells: readonly Spell[], at: number): string[] {
  const now = spells.filter(({ from, until }) => from <= at && at < until);
  const once = now.filter((each) => each.once);
  const staff = (once.length > 0 ? once : now).flatMap(({ staffId }) => staffId ?? []);
  return [...new Set(staff)].sort();
}

/** The shifts of each local day that could reach into the time asked about: one may have begun the day before. */
function spellsAround(shifts: readonly Shift[], zone: string, start: number, end: number): Spell[] {
  const dayOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const last = dayOf(end);
  const spells: Spell[] = [];
  let day = dayOf(start).subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    for (const shift of shifts)
      if (shift.onDate === day.toString() || shift.weekday === day.dayOfWeek)
        spells.push({ ...spellOn(day, shift, zone), staffId: shift.staffId, once: shift.onDate !== null });
  return spells;
}

function spellOn(day: Temporal.PlainDate, { startsLocal, endsLocal }: Shift, zone: string) {
  const at = (on: Temporal.PlainDate, time: string) =>
    time.startsWith('24')
      ? on.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
      : on.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
  const overnight = endsLocal.slice(0, 5) <= startsLocal.slice(0, 5);
  return { from: at(day, startsLocal), until: at(overnight ? day.add({ days: 1 }) : day, endsLocal) };
}
