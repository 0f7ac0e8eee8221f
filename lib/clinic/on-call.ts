// Who is on call at a moment, and who is told when nobody is: a danger sign always has somebody to go to.
import { and, asc, gte, isNotNull, or, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@/db/client';
import { onCallShift, staffMember } from '@/db/schema';
import { onCallSpans, type Shift } from './rota-spans';

export type Person = { id: string; name: string };
export type RotaShift = Shift & { id: string };

/** Whoever was let go is on call no more, and is told nothing. */
const worksHere = sql`foyer.works_here(${staffMember.id})`;

/** Every week's shifts, and those on a date from the day before `from` on. Names nobody but by id. */
export async function shiftsFrom(tx: Tx, zone: string, from: Date): Promise<RotaShift[]> {
  const day = Temporal.Instant.fromEpochMilliseconds(from.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .subtract({ days: 1 });
  const { id, staffId, weekday, onDate, startsLocal, endsLocal } = onCallShift;
  return tx
    .select({ id, staffId, weekday, onDate, startsLocal, endsLocal })
    .from(onCallShift)
    .where(or(isNotNull(weekday), gte(onDate, day.toString())))
    .orderBy(asc(weekday), asc(onDate), asc(startsLocal), asc(id));
}

/** Who may be on call: clinicians and clinical leads who work here. */
export const peopleForCall = (tx: Tx): Promise<Person[]> =>
  working(tx, sql`${staffMember.roles} && '{clinician,lead}'::text[]`);

export const clinicalLeads = (tx: Tx): Promise<Person[]> =>
  working(tx, sql`'lead' = any (${staffMember.roles})`);

const working = (tx: Tx, who: ReturnType<typeof sql>) =>
  tx
    .select({ id: staffMember.id, name: staffMember.name })
    .from(staffMember)
    .where(and(who, worksHere))
    .orderBy(asc(staffMember.name), asc(staffMember.id));

/** Whoever is on call at `at`; nobody, where the rota has a gap. */
export async function onCallAt(tx: Tx, zone: string, at: Date): Promise<Person[]> {
  const shifts = await shiftsFrom(tx, zone, at);
  const [span] = onCallSpans(shifts, zone, at, new Date(at.getTime() + 1));
  const people = await peopleForCall(tx);
  return people.filter(({ id }) => span?.staff.includes(id));
}

/** Those on call, or else every clinical lead; `onCall` says which it is. */
export async function whoIsTold(
  tx: Tx,
  zone: string,
  at: Date,
): Promise<{ onCall: boolean; people: Person[] }> {
  const onCall = await onCallAt(tx, zone, at);
  if (onCall.length > 0) return { onCall: true, people: onCall };
  return { onCall: false, people: await clinicalLeads(tx) };
}
