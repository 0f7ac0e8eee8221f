// The record, a page at a time, the newest first: who did what, about whom, when and from where. Having looked is a line of it.
import { and, desc, eq, lt, or } from 'drizzle-orm';
import { as, type Role, type Tx } from '@/db/client';
import { auditEvent, staffMember } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { isId } from '@/lib/env/ids';
import { clientsToRecover } from './clients-to-recover';
import { initialsOf } from './names-of';
import { asSql, filterIn, marksOf, type RecordAsked, type RecordFilter } from './record-asked';
import { placesOf, type StaffPlace } from './staff-places';
import type { Staff } from './submission-by-reference';

/** Who keeps the record. */
export const KEEPS_RECORD = ['lead', 'admin'] as const satisfies readonly Role[];

export const keepsRecord = (actor: Staff): boolean => KEEPS_RECORD.some((role) => actor.roles.includes(role));

export const LINES_A_PAGE = 50;

export type RecordLine = {
  id: string;
  at: Date;
  event: string;
  by: { kind: 'staff'; name: string } | { kind: 'client' | 'portal' };
  /** A client by initials and reference; `gone` = nobody who is still on file. */
  about:
    | { kind: 'client'; reference: string; initials: string }
    | { kind: 'staff'; name: string }
    | { kind: 'clinic' | 'gone' };
  /** How many people a list showed; null where it is no list. */
  shown: number | null;
  /** Of staff; null where the record knows no sign-in, or it is kept no more. */
  from: StaffPlace | null;
};

export type RecordList = {
  lines: RecordLine[];
  filter: RecordFilter;
  /** To choose one of. */
  staff: { id: string; name: string }[];
  next: string | null;
  zone: string;
};

/** Null for who doesn't keep the record. A danger sign's lines are the policies' to give. */
export async function readRecord(actor: Staff, asked: RecordAsked): Promise<RecordList | null> {
  if (!keepsRecord(actor)) return null;
  const filter = filterIn(asked);
  return as(actor, async (tx) => {
    const { zone } = await clinicOf(tx);
    const marks = filter.client ? await marksOf(tx, filter.client) : null;
    const found = await tx
      .select()
      .from(auditEvent)
      .where(and(asSql(filter, zone, marks), isAfter(asked.after)))
      .orderBy(desc(auditEvent.at), desc(auditEvent.id))
      .limit(LINES_A_PAGE + 1);
    const page = found.slice(0, LINES_A_PAGE);
    const last = found.length > LINES_A_PAGE ? page.at(-1) : undefined;
    const staff = await tx
      .select({ id: staffMember.id, name: staffMember.name })
      .from(staffMember)
      .orderBy(staffMember.name, staffMember.id);
    const people = await clientsToRecover(tx, [...new Set(page.map(({ subject }) => subject))].filter(isId));
    const lines = await linesOf(tx, page, { staff, people });
    const { client: _reference, ...rest } = filter;
    await record(tx, {
      event: 'record.read',
      subject: 'clinic',
      detail: { ...rest, client: marks?.clientId ?? null, lines: page.length, clients: [...people.keys()] },
    });
    return { lines, filter, staff, zone, next: last ? `${last.at.getTime()}-${last.id}` : null };
  });
}

type Row = typeof auditEvent.$inferSelect;
type Known = {
  staff: readonly { id: string; name: string }[];
  people: Awaited<ReturnType<typeof clientsToRecover>>;
};

async function linesOf(tx: Tx, page: readonly Row[], { staff, people }: Known): Promise<RecordLine[]> {
  const places = await placesOf(
    tx,
    page.flatMap(({ sessionId }) => sessionId ?? []),
  );
  const named = (id: string) => staff.find((each) => each.id === id)?.name;
  const aboutIn = (subject: string): RecordLine['about'] => {
    const person = people.get(subject);
    if (person)
      return { kind: 'client', reference: person.reference, initials: initialsOf(person.name ?? undefined) };
    const name = named(subject);
    if (name !== undefined) return { kind: 'staff', name };
    return { kind: isId(subject) ? 'gone' : 'clinic' };
  };
  return page.map(({ id, at, event, actorKind, actorId, subject, detail, sessionId }) => ({
    ...{ id, at, event, about: aboutIn(subject), shown: shownIn(detail) },
    by: actorKind === 'staff' ? { kind: 'staff', name: named(actorId) ?? '' } : { kind: byIn(actorKind) },
    from: (sessionId && places.get(sessionId)) || null,
  }));
}

const byIn = (actorKind: string) => (actorKind === 'client' ? 'client' : 'portal');

/** Lists name whom they showed as clients, or by their submissions. */
function shownIn(detail: string): number | null {
  const { clients, submissions } = JSON.parse(detail) as { clients?: unknown; submissions?: unknown };
  const shown = Array.isArray(submissions) ? submissions : clients;
  return Array.isArray(shown) ? shown.length : null;
}

/** By the last one seen, so that nothing is skipped while more is written. */
function isAfter(place: string | undefined) {
  const [, at, id = ''] = /^(\d{1,14})-(.{36})$/.exec(place ?? '') ?? [];
  if (!at || !isId(id)) return undefined;
  const instant = new Date(Number(at));
  return or(lt(auditEvent.at, instant), and(eq(auditEvent.at, instant), lt(auditEvent.id, id)));
}
