// The queue: what waits for the clinic's staff, the most pressing first, twenty at a time.
import { as, type Tx } from '@/db/client';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { findClients } from './find-clients';
import { amongClients, type QueueFilter, type QueueNarrowed, readFilter } from './queue-choice';
import { type QueueCounts, queueCounts } from './queue-counts';
import { placesInLanes } from './queue-lanes';
import { type Place, placeInAddress, placesByDefinition, readPlace } from './queue-place';
import { type QueueRow, queueRows } from './queue-rows';
import type { Staff } from './submission-by-reference';

export const ROWS_A_PAGE = 20;

/**
 * Raw, as in the address. `words` are searched for, in every status. `names`: whose full names are shown, all of them or the
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
  next: string | null;
  zone: string;
};

/** One page of the queue for this member of staff. Having looked is one line in the record: with whom it showed, and whom by name. */
export async function readQueue(actor: Staff, { words, names, after, ...asked }: QueueAsked): Promise<Queue> {
  return as(actor, async (tx) => {
    const narrowed = await readFilter(tx, actor, asked);
    const place = readPlace(after);
    const found =
      words === undefined
        ? await placesInLanes(tx, actor, narrowed, place, ROWS_A_PAGE + 1)
        : await placesFound(tx, actor, words, place);
    const page = found.slice(0, ROWS_A_PAGE);
    const [all, counts, { zone }] = await Promise.all([
      queueRows(tx, actor, page),
      queueCounts(tx, actor, narrowed),
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
    return { rows, narrowed, counts, next: last ? placeInAddress(last) : null, zone };
  });
}

/** Of those who fit, whatever the filters say. */
async function placesFound(tx: Tx, actor: Staff, words: string, after: Place | null) {
  const clients = await findClients(tx, words);
  if (clients.length === 0) return [];
  return placesByDefinition(tx, actor, amongClients(tx, actor, clients), after, ROWS_A_PAGE + 1);
}
