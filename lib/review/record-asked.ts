// What of the record is asked for, read from an address: what makes no sense is ignored, and never becomes a query.
import { and, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { auditEvent, flag, submission } from '@/db/schema';
import { isId, isReference } from '@/lib/env/ids';
import { beginningOf, dateIn, daysAfter } from '@/lib/scheduling/calendar-dates';
import { eventsOf, RECORD_GROUPS, type RecordGroup } from './record-groups';

/** Raw, as in the address. `who`: a member of staff's id, `clients` or `portal`. Days are the clinic's: `2026-11-24`. */
export type RecordAsked = Partial<Record<'who' | 'group' | 'client' | 'from' | 'to' | 'after', string>>;

export type RecordFilter = {
  who: string | null;
  group: RecordGroup | null;
  /** A reference; one that is nobody's finds nothing. */
  client: string | null;
  from: string | null;
  to: string | null;
};

/** What was typed is no reference at all: it is nobody's, and shows nothing. */
const NOBODYS = '?';

export function filterIn(asked: RecordAsked): RecordFilter {
  const who = asked.who ?? '';
  const client = (asked.client ?? '').toUpperCase().replace(/[\s-]/g, '');
  return {
    who: isId(who) || who === 'clients' || who === 'portal' ? who : null,
    group: RECORD_GROUPS.find((each) => each === asked.group) ?? null,
    client: client === '' ? null : isReference(client) ? client : NOBODYS,
    from: dateIn(asked.from),
    to: dateIn(asked.to),
  };
}

/** The ids by which the record knows a client: their own, for its chain, and those under which lists showed them. */
export type Marks = { clientId: string; shownAs: string[] };

/** Null for a reference that is nobody's. */
export async function marksOf(tx: Tx, reference: string): Promise<Marks | null> {
  const [found] = await tx
    .select({ clientId: submission.clientId })
    .from(submission)
    .where(eq(submission.reference, reference));
  if (!found) return null;
  const { clientId } = found;
  const own = await tx
    .select({ id: submission.id })
    .from(submission)
    .where(eq(submission.clientId, clientId));
  // Who may not see flags learns of no list of them either.
  const flags = await tx.select({ id: flag.id }).from(flag).where(eq(flag.clientId, clientId));
  return { clientId, shownAs: [clientId, ...[...own, ...flags].map(({ id }) => id)] };
}

/** The lists, in the clinic's own chain, that showed this client. */
export const wasShown = ({ shownAs }: Marks): SQL =>
  sql`(${auditEvent.subject} = 'clinic' and foyer.ids_in(${auditEvent.detail}) && array[${sql.join(
    shownAs.map((id) => sql`${id}`),
    sql`, `,
  )}]::text[])`;

/** `marks`: of the client that was asked for; null when there is none of that reference. */
export function asSql({ who, group, client, from, to }: RecordFilter, zone: string, marks: Marks | null) {
  return and(
    who === 'clients' ? eq(auditEvent.actorKind, 'client') : undefined,
    who === 'portal' ? oneOf(auditEvent.actorKind, ['job', 'system', 'bearer', 'first-step']) : undefined,
    who && isId(who) ? and(eq(auditEvent.actorKind, 'staff'), eq(auditEvent.actorId, who)) : undefined,
    group ? oneOf(auditEvent.event, eventsOf(group)) : undefined,
    client ? (marks ? or(eq(auditEvent.subject, marks.clientId), wasShown(marks)) : sql`false`) : undefined,
    from ? gte(auditEvent.at, beginningOf(from, zone)) : undefined,
    to ? lt(auditEvent.at, beginningOf(daysAfter(to, 1), zone)) : undefined,
  );
}
