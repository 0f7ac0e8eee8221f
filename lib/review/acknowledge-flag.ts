// A clinician says: I have seen this danger sign, and I am acting on it.
import { as } from '@/db/client';
import { record } from '@/lib/audit/record';
import { addFlagEvent } from './flag-events';
import { type FlagAsked, flagToActOn } from './flag-to-act-on';
import { openByFlag } from './open-file';
import type { Staff } from './submission-by-reference';

/** Whoever is not on the case opens the file by it (`openByFlag`). Acknowledged twice is once: the first stands. Refused: `unknown`. */
export async function acknowledgeFlag(
  actor: Staff,
  asked: FlagAsked,
): Promise<{ ok: true } | { ok: false; reason: 'unknown' }> {
  return as(actor, async (tx) => {
    const found = await flagToActOn(tx, actor, asked);
    if (!found) return { ok: false, reason: 'unknown' };
    if (found.acknowledged) return { ok: true };
    const { id, clientId, level } = found.flag;
    await openByFlag(tx, actor, found.flag);
    await addFlagEvent(tx, actor, found.flag, { kind: 'acknowledged' });
    await record(tx, { event: 'flag.acknowledged', subject: clientId, detail: { flag: id, level } });
    return { ok: true };
  });
}
