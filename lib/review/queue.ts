// The queue: what waits for the clinic's staff, the most pressing first, twenty at a time.
import { and, asc, eq, exists, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment, submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { placeInAddress, placeInQueue, readPlace } from './queue-place';
import { type QueueRow, queueRows } from './queue-rows';
import { OPEN, STATUSES, type Status } from './status';
import { isClinical, knownToStaff, type Staff } from './submission-by-reference';

export const ROWS_A_PAGE = 20;

/** Raw, as in the address: what makes no sense is ignored. `clients` narrows it to what a search found. */
export type QueueAsked = { status?: string; mine?: boolean; after?: string; clients?: readonly string[] };

export type Queue = { rows: QueueRow[]; status: Status | 'open'; next: string | null };

/** One page of the queue for this member of staff. Having looked is one line in the record, with whom it showed. */
export async function queueFor(tx: Tx, actor: Staff, asked: QueueAsked): Promise<Queue> {
  const status = STATUSES.find((each) => each === asked.status) ?? 'open';
  const found = await placesAfter(tx, actor, { ...asked, status });
  const page = found.slice(0, ROWS_A_PAGE);
  const rows = await queueRows(tx, actor, page);
  await record(tx, {
    event: asked.clients ? 'submission.searched' : 'submission.listed',
    subject: 'clinic',
    detail: { status, mine: asked.mine === true, submissions: page.map(({ id }) => id) },
  });
  const last = found.length > ROWS_A_PAGE ? page.at(-1) : undefined;
  return { rows, status, next: last ? placeInAddress(last) : null };
}

async function placesAfter(tx: Tx, actor: Staff, asked: QueueAsked & { status: Status | 'open' }) {
  const ranked = tx
    .select({
      id: submission.id,
      reference: submission.reference,
      ...aliased(placeInQueue(isClinical(actor), clock.now())),
    })
    .from(submission)
    .where(
      and(knownToStaff(tx, actor), statusIs(asked), asked.mine ? isMine(tx, actor) : undefined, whose(asked)),
    )
    .as('ranked');
  const order = [ranked.band, ranked.waits, ranked.meets, ranked.since, ranked.reference] as const;
  const after = readPlace(asked.after);
  return tx
    .select()
    .from(ranked)
    .where(
      after
        ? sql`(${sql.join([...order], sql`, `)}) > (${after.band}::int, ${after.waits}::bigint, ${after.meets}::bigint, ${after.since}::bigint, ${after.reference}::text)`
        : undefined,
    )
    .orderBy(...order.map((column) => asc(column)))
    .limit(ROWS_A_PAGE + 1);
}

const aliased = <T>(place: Record<'band' | 'waits' | 'meets' | 'since', SQL<T>>) => ({
  band: place.band.as('band'),
  waits: place.waits.as('waits'),
  meets: place.meets.as('meets'),
  since: place.since.as('since'),
});

/** An unsent one with a danger sign waits for somebody too. A search looks everywhere. */
function statusIs({ status, clients }: QueueAsked & { status: Status | 'open' }) {
  if (clients) return undefined;
  return status === 'open' ? inArray(submission.status, [...OPEN, 'draft']) : eq(submission.status, status);
}

const whose = ({ clients }: QueueAsked) =>
  clients && (clients.length > 0 ? inArray(submission.clientId, [...clients]) : sql`false`);

/** Assigned to this member of staff, or booked with them. */
const isMine = (tx: Tx, actor: Staff) =>
  or(
    eq(submission.assigneeId, actor.id),
    exists(
      tx
        .select({ one: sql`1` })
        .from(appointment)
        .where(
          and(
            eq(appointment.clientId, submission.clientId),
            eq(appointment.clinicianId, actor.id),
            ne(appointment.status, 'cancelled'),
          ),
        ),
    ),
  );
