// What of the queue a member of staff wants to see: which statuses, whose, and only those whose danger signs wait.
import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { clinician, submission } from '@/db/schema';
import { referenceOf } from '@/lib/scheduling/clinicians';
import type { OpenChoice, QueueChoice, QueueFilter } from './queue-filter';
import { OPEN, type Status } from './status';
import { isClinical, knownToStaff, type Staff } from './submission-by-reference';

/** A filter, read. `assignee`: an id, `nobody`, or everybody's (null). */
export type QueueNarrowed = {
  status: QueueChoice;
  mine: boolean;
  flagged: boolean;
  assignee: { id: string } | 'nobody' | null;
};

/** Front desk has no flags to narrow by. */
export async function readFilter(tx: Tx, actor: Staff, asked: QueueFilter): Promise<QueueNarrowed> {
  return {
    status: asked.status ?? 'open',
    mine: asked.mine === true,
    flagged: asked.flagged === true && isClinical(actor),
    assignee: await assigneeNamed(tx, actor, asked.assignee),
  };
}

async function assigneeNamed(tx: Tx, actor: Staff, asked: string | undefined) {
  if (asked === 'nobody') return 'nobody' as const;
  if (asked === 'me') return { id: actor.id };
  if (!asked) return null;
  const all = await tx.select({ id: clinician.id }).from(clinician);
  return all.find(({ id }) => referenceOf(id) === asked) ?? null;
}

/** Sent and open. Said as the partial index says it, so that Postgres knows that it may use it. */
const isOpen = sql`${submission.status} in (${sql.raw(OPEN.map((status) => `'${status}'`).join(', '))})`;

/** In the text itself, and not as a value: only so Postgres knows which of the partial indexes hold them. */
const hasStatus = (status: Status) => sql`${submission.status} = ${sql.raw(`'${status}'`)}`;

/**
 * Whether there is such a row, looked up by an index for each submission that is come by. An `exists` Postgres may turn
 * round, and read the whole other table to find twenty; and of this it doesn't guess that hardly any are left.
 */
export const thereIs = (rows: SQL) => sql`coalesce((select true ${rows} limit 1), false)`;

/** Of the submissions that `few` names by their `id`, or by their clients, those that are meant: each fetched by an index, whatever Postgres thinks of it. */
const fetched = (few: SQL, by: 'id' | 'client_id', which: SQL | undefined) =>
  sql`select submission.* from (${few}) few
    cross join lateral (select * from submission s where s.${sql.raw(by)} = few.${sql.raw(by)} offset 0) submission
    where ${which}`;

type Which = { sent?: SQL; unsent?: SQL; unsentRows?: SQL; unsentNamed?: SQL };

/**
 * What has been sent, and what has not been but is shown among it, apart from each other: each is found in its own way.
 * An unsent one that waits for somebody stands with the open ones, and one that is only booked does not; staff may know of
 * both (`knownToStaff`). `unsentRows` is a query of all that `unsent` means, from the side on which there are few, and
 * `unsentNamed` of as many, for whoever only counts them.
 */
export function whichOfQueue(actor: Staff, { status, ...narrowed }: QueueNarrowed): Which {
  const whose = and(...whoseOf(actor, narrowed));
  const draft = and(hasStatus('draft'), whose);
  const unsent = (which: SQL | undefined, few: SQL, by: 'id' | 'client_id') => {
    const unsentRows = narrowed.flagged
      ? fetched(unseenFlags, 'id', which)
      : narrowed.mine
        ? fetched(ownUnsent(actor), 'client_id', which)
        : fetched(few, by, draft);
    return { unsent: which, unsentRows, unsentNamed: whose ? unsentRows : few };
  };
  if (status === 'booked-unsent') return unsent(and(draft, isBooked), bookedUnsent, 'client_id');
  if (status !== 'open') return { sent: and(hasStatus(status), whose) };
  const pressing = pressingUnsent(actor);
  const presses = and(draft, sql`${submission.id} in (${pressing})`);
  return {
    sent: and(isOpen, whose),
    ...unsent(presses, sql`select distinct id from (${pressing}) pressing`, 'id'),
  };
}

function whoseOf(actor: Staff, { mine, flagged, assignee }: Omit<QueueNarrowed, 'status'>) {
  return [
    mine ? or(isAssigned(actor), isBookedWith(actor)) : undefined,
    flagged ? sql`${submission.id} in (${unseenFlags})` : undefined,
    assignee === 'nobody' ? isNull(submission.assigneeId) : undefined,
    assignee !== null && assignee !== 'nobody' ? isAssigned(assignee) : undefined,
  ];
}

/** Few wait, and an index holds just these: they are where to begin. */
const unseenFlags = sql`select f.submission_id as id from flag f where f.seen_at is null group by f.submission_id`;

const isAssigned = ({ id }: { id: string }) => eq(submission.assigneeId, id);

const isBooked = thereIs(sql`from appointment b where b.client_id = ${submission.clientId}
  and b.status <> 'cancelled'`);

const isBookedWith = ({ id }: Staff) =>
  thereIs(sql`from appointment b where b.client_id = ${submission.clientId} and b.clinician_id = ${id}::uuid
    and b.status <> 'cancelled'`);

/** As `isBooked` says it, from the appointments of whoever has not sent their forms. */
const bookedUnsent = sql`select client_id from appointment where file = 'unsent' and status <> 'cancelled' group by client_id`;

/** The clients whose drafts are one's own. */
const ownUnsent = (actor: Staff) =>
  sql`select client_id from appointment
      where clinician_id = ${actor.id}::uuid and file = 'unsent' and status <> 'cancelled'
    union select client_id from submission where ${isAssigned(actor)} and ${hasStatus('draft')}`;

/** As `pressesBeforeSending` says it, from the side on which there are few: what waits, and the flags of what is not sent. */
function pressingUnsent(actor: Staff) {
  const wantTime = sql`select s.id from task t join submission s on s.client_id = t.client_id
    where t.kind = 'time-wanted' and t.done_at is null and s.status = 'draft'`;
  const flagged = sql`union all select f.submission_id from flag f where f.unsent`;
  return sql`${wantTime} ${isClinical(actor) ? flagged : sql``}`;
}

/**
 * One's own of what is sent and open: few, however many there are of others. Whom one has an appointment with is found from
 * the appointments of whoever has an open file.
 */
export function ownSentRows(actor: Staff, { status, ...narrowed }: QueueNarrowed & { status: OpenChoice }) {
  const which = and(
    status === 'open' ? isOpen : hasStatus(status),
    ...whoseOf(actor, { ...narrowed, mine: false }),
  );
  const booked = sql`select distinct client_id from appointment
    where clinician_id = ${actor.id}::uuid and file = 'open' and status <> 'cancelled'`;
  const notAssigned = sql`${submission.assigneeId} is distinct from ${actor.id}::uuid`;
  return sql`select * from submission where ${and(isAssigned(actor), which)}
    union all ${fetched(booked, 'client_id', and(notAssigned, which))}`;
}

/** Those a search found, in any status. */
export const amongClients = (tx: Tx, actor: Staff, clients: readonly string[]) =>
  and(knownToStaff(tx, actor), oneOf(submission.clientId, clients));
