// A clinician says: I have seen this danger sign, and I am acting on it.
import { as } from '@/db/client';
import { flagEvent } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { flagToActOn } from './flag-to-act-on';
import type { Staff } from './submission-by-reference';

/** Acknowledged twice is once: the first stands. Refused: `unknown`. */
export async function acknowledgeFlag(
  actor: Staff,
  asked: { reference: string; flagId: string },
): Promise<{ ok: true } | { ok: false; reason: 'unknown' }> {
  return as(actor, async (tx) => {
    const found = await flagToActOn(tx, actor, asked);
    if (!found) return { ok: false, reason: 'unknown' };
    if (found.acknowledged) return { ok: true };
    const { id, clientId, level } = found.flag;
    await tx
      .insert(flagEvent)
      .values({ id: newId(), flagId: id, clientId, kind: 'acknowledged', byId: actor.id, at: clock.now() });
    await record(tx, { event: 'flag.acknowledged', subject: clientId, detail: { flag: id, level } });
    return { ok: true };
  });
}
