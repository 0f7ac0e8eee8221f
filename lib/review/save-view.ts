// A member of staff keeps a view of the queue under a name of their own. What somebody searched for is no part of it.
import { as } from '@/db/client';
import { savedView } from '@/db/schema';
import { holdAccount } from '@/lib/accounts/hold-account';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { sealFor } from '@/lib/vault/keys';
import { filterInAddress, type QueueFilter } from './queue-filter';
import { MOST_VIEWS, savedViews, viewNamePlace } from './saved-views';
import type { Staff } from './submission-by-reference';

/** Letters: it stands in a row with others. */
const LONGEST_VIEW_NAME = 40;

export type ViewRefusal = 'name-missing' | 'name-too-long' | 'name-taken' | 'too-many';

/** The same view under the same name twice is once. Refused: `name-missing`, `name-too-long`, `name-taken`, `too-many`. */
export async function saveView(
  actor: Staff,
  { name: typed, filter: chosen }: { name: string; filter: QueueFilter },
): Promise<{ ok: true } | { ok: false; reason: ViewRefusal }> {
  const name = typed.trim().replace(/\s+/gu, ' ');
  const filter = filterInAddress(chosen);
  if (name === '') return { ok: false, reason: 'name-missing' };
  if ([...name].length > LONGEST_VIEW_NAME) return { ok: false, reason: 'name-too-long' };
  return as(actor, async (tx) => {
    // One at a time: many posts at once keep no more views than one after the other.
    await holdAccount(tx, actor.id);
    const views = await savedViews(tx, actor);
    const same = views.find((view) => view.name.toLowerCase() === name.toLowerCase());
    if (same) return same.filter === filter ? { ok: true } : { ok: false, reason: 'name-taken' };
    if (views.length >= MOST_VIEWS) return { ok: false, reason: 'too-many' };
    const id = newId();
    await tx.insert(savedView).values({
      ...{ id, staffId: actor.id, filter, savedAt: clock.now() },
      name: await sealFor(tx, actor.id, viewNamePlace(id), name),
    });
    await record(tx, { event: 'view.saved', subject: actor.id, detail: { view: id } });
    return { ok: true };
  });
}
