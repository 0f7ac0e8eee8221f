// The queue: what waits for the clinic's staff, the most pressing first, twenty at a time.
import { and, asc, eq, exists, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { appointment, submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { findClients } from './find-clients';
import { placeInAddress, placeInQueue, readPlace } from './queue-place';
import { type QueueRow, queueRows } from './queue-rows';
import { OPEN, type Status } from './status';
import {
  isBooked,
  isClinical,
  knownToStaff,
  pressesBeforeSending,
  type Staff,
} from './submission-by-reference';

export const ROWS_A_PAGE = 20;

/** What of the queue is shown. `booked-unsent`: whoever has an appointment and has not sent their forms. */
export const QUEUE_CHOICES = [
  'open',
  'submitted',
  'in-review',
  'information-wanted',
  'accepted',
  'assigned',
  'declined',
  'closed',
  'booked-unsent',
] as const satisfies readonly (Status | 'open' | 'booked-unsent')[];

export type QueueChoice = (typeof QUEUE_CHOICES)[number];

/** Raw, as in the address: what makes no sense is ignored. `words` are searched for, in every status. */
export type QueueAsked = { status?: string; mine?: boolean; after?: string; words?: string };
/** The same, read; `clients` are the ids of those a search found. */
type Narrowed = Omit<QueueAsked, 'status' | 'words'> & {
  status: QueueChoice;
  clients?: readonly string[];
};

export type Queue = { rows: QueueRow[]; status: QueueChoice; next: string | null; zone: string };

/** One page of the queue for this member of staff. Having looked is one line in the record, with whom it showed. */
export async function readQueue(actor: Staff, { words, ...asked }: QueueAsked): Promise<Queue> {
  const status = QUEUE_CHOICES.find((each) => each === asked.status) ?? 'open';
  return as(actor, async (tx) => {
    const clients = words === undefined ? undefined : await findClients(tx, words);
    const found = await placesAfter(tx, actor, { ...asked, status, ...(clients && { clients }) });
    const page = found.slice(0, ROWS_A_PAGE);
    const rows = await queueRows(tx, actor, page);
    const last = found.length > ROWS_A_PAGE ? page.at(-1) : undefined;
    const { zone } = await clinicOf(tx);
    await record(tx, {
      event: clients ? 'submission.searched' : 'submission.listed',
      subject: 'clinic',
      detail: { status, mine: asked.mine === true, submissions: page.map(({ id }) => id) },
    });
    return { rows, status, next: last ? placeInAddress(last) : null, zone };
  });
}

async function placesAfter(tx: Tx, actor: Staff, asked: Narrowed) {
  const ranked = tx
    .select({
      id: submission.id,
      reference: submission.reference,
      ...aliased(placeInQueue(isClinical(actor), clock.now())),
    })
    .from(submission)
    .where(
      and(
        knownToStaff(tx, actor),
        statusIs(tx, actor, asked),
        asked.mine ? isMine(tx, actor) : undefined,
        whose(asked),
      ),
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

/** An unsent one that waits for somebody stands with the open ones, and one that is only booked does not. A search looks everywhere. */
function statusIs(tx: Tx, actor: Staff, { status, clients }: Narrowed) {
  if (clients) return undefined;
  const unsent = eq(submission.status, 'draft');
  if (status === 'booked-unsent') return and(unsent, isBooked(tx));
  if (status !== 'open') return eq(submission.status, status);
  return or(inArray(submission.status, [...OPEN]), and(unsent, pressesBeforeSending(tx, actor)));
}

const whose = ({ clients }: Narrowed) =>
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
