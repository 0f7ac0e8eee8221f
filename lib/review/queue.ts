// The queue: what waits for the clinic's staff, the most pressing first, twenty at a time.
import { asc, eq, ne, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { clinician, staffMember, submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { referenceOf } from '@/lib/scheduling/clinicians';
import { findClients } from './find-clients';
import { amongClients, type QueueNarrowed, readFilter } from './queue-choice';
import { type QueueCounts, queueCounts } from './queue-counts';
import { placesOfFew } from './queue-few';
import type { QueueFilter } from './queue-filter';
import { inTheirOrder, placesInLanes } from './queue-lanes';
import { type Place, placeInAddress, readPlace } from './queue-place';
import { type QueueRow, queueRows } from './queue-rows';
import { type SavedView, savedViews } from './saved-views';
import type { Staff } from './submission-by-reference';

export const ROWS_A_PAGE = 20;

/**
 * `after` raw, as in the address: what makes no sense is ignored. `words` are searched for, in every status. `names`: whose full names are shown, all of them or the
 * one of that reference; without it initials stand in their place.
 */
export type QueueAsked = QueueFilter & {
  after?: string;
  words?: string;
  names?: 'all' | { reference: string };
};

export type Queue = {
  rows: QueueRow[];
  narrowed: QueueNarrowed;
  counts: QueueCounts;
  /** Nothing was ever sent to this clinic. */
  isNew: boolean;
  views: SavedView[];
  /** Whom a file can be assigned to, to narrow by. */
  clinicians: { reference: string; name: string }[];
  next: string | null;
  zone: string;
};

/** One page of the queue for this member of staff. Having looked is one line in the record: with whom it showed, and whom by name. */
export async function readQueue(actor: Staff, { words, names, after, ...asked }: QueueAsked): Promise<Queue> {
  return as(actor, async (tx) => {
    const [narrowed] = await Promise.all([readFilter(tx, actor, asked), inTheirOrder(tx)]);
    const place = readPlace(after);
    const found =
      words === undefined
        ? await placesInLanes(tx, actor, narrowed, place, ROWS_A_PAGE + 1)
        : await placesFound(tx, actor, words, place);
    const page = found.slice(0, ROWS_A_PAGE);
    const [all, isNew, counts, views, clinicians, { zone }] = await Promise.all([
      queueRows(tx, actor, page),
      page.length === 0 && nothingSent(tx),
      queueCounts(tx, actor, narrowed),
      savedViews(tx, actor),
      cliniciansByName(tx),
      clinicOf(tx),
    ]);
    const isNamed = ({ reference }: { reference: string }) =>
      names === 'all' || (names !== undefined && names.reference === reference);
    const rows = all.map((row) => (isNamed(row) ? row : { ...row, name: null }));
    const last = found.length > ROWS_A_PAGE ? page.at(-1) : undefined;
    const { status, mine } = narrowed;
    const shown = { submissions: page.map(({ id }) => id), named: page.filter(isNamed).map(({ id }) => id) };
    await record(tx, {
      event: words === undefined ? 'submission.listed' : 'submission.searched',
      subject: 'clinic',
      detail: { status, mine, ...shown },
    });
    return {
      rows,
      narrowed,
      counts,
      isNew,
      views,
      clinicians,
      next: last ? placeInAddress(last) : null,
      zone,
    };
  });
}

/** Of those who fit, whatever the filters say. */
async function placesFound(tx: Tx, actor: Staff, words: string, after: Place | null) {
  const clients = await findClients(tx, words);
  if (clients.length === 0) return [];
  return placesOfFew(
    tx,
    actor,
    sql`select * from submission where ${amongClients(tx, actor, clients)}`,
    after,
    ROWS_A_PAGE + 1,
  );
}

async function nothingSent(tx: Tx): Promise<boolean> {
  const sent = await tx
    .select({ id: submission.id })
    .from(submission)
    .where(ne(submission.status, 'draft'))
    .limit(1);
  return sent.length === 0;
}

async function cliniciansByName(tx: Tx) {
  const rows = await tx
    .select({ id: clinician.id, name: staffMember.name })
    .from(clinician)
    .innerJoin(staffMember, eq(staffMember.id, clinician.id))
    .orderBy(asc(staffMember.name), asc(clinician.id));
  return rows.map(({ id, name }) => ({ reference: referenceOf(id), name }));
}
