// What the bench looks at in the queue, as somebody who works with it: each a page of it, or a search.
import { as } from '@/db/client';
import { type QueueAsked, readQueue } from '@/lib/review/queue';
import { readFilter } from '@/lib/review/queue-choice';
import { inTheirOrder, placesInLanes } from '@/lib/review/queue-lanes';
import { placeInAddress } from '@/lib/review/queue-place';
import type { Staff } from '@/lib/review/submission-by-reference';
import { SEARCHED } from './made-up-files';

export type Look = { name: string; asked: QueueAsked };

/** Rows before a deep page: five hundred pages, or as far as there is. */
const DEEP = 10_000;

/** The place after `DEEP` rows, or so far that one whole page is left. */
async function deepIn(actor: Staff, asked: QueueAsked): Promise<string> {
  return as(actor, async (tx) => {
    await inTheirOrder(tx);
    const places = await placesInLanes(tx, actor, await readFilter(tx, actor, asked), null, DEEP);
    const place = places.length < DEEP ? places.at(-22) : places.at(-1);
    if (!place) throw new Error('There are too few files to go deep.');
    return placeInAddress(place);
  });
}

export async function looksOf(actor: Staff): Promise<Look[]> {
  return [
    { name: 'first page', asked: {} },
    { name: 'deep page of the open ones', asked: { after: await deepIn(actor, {}) } },
    {
      name: 'deep page of the closed ones',
      asked: { status: 'closed', after: await deepIn(actor, { status: 'closed' }) },
    },
    { name: 'in review', asked: { status: 'in-review' } },
    { name: 'assigned to nobody', asked: { assignee: 'nobody' } },
    { name: 'only mine', asked: { mine: true } },
    { name: 'flags waiting', asked: { flagged: true } },
    { name: 'a name, whole', asked: { words: SEARCHED } },
    { name: 'a name’s beginning', asked: { words: 'corbert' } },
  ];
}

/** Milliseconds of each of `times` looks at each, in turn, so that a noisy moment falls on all; the first fifth isn't counted. */
export async function timesOf(actor: Staff, looks: readonly Look[], times: number) {
  const found = looks.map(({ name }) => ({ name, rows: 0, ms: [] as number[] }));
  for (let turn = -times / 5; turn < times; turn += 1) {
    for (const [i, { asked }] of looks.entries()) {
      const since = performance.now();
      const { rows } = await readQueue(actor, asked);
      const one = found[i];
      if (!one || turn < 0) continue;
      one.ms.push(performance.now() - since);
      one.rows = rows.length;
    }
  }
  return found;
}
