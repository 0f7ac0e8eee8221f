// Another clinician takes a danger sign into their own hands: from then on it is theirs to see through.
import { as } from '@/db/client';
import { record } from '@/lib/audit/record';
import { tellStaff } from '@/lib/forms/tell-staff';
import { addFlagEvent } from './flag-events';
import { type FlagAsked, flagToActOn } from './flag-to-act-on';
import { openByFlag } from './open-file';
import type { Staff } from './submission-by-reference';

/** Whoever had it is told. Whoever is not on the case opens the file by it (`openByFlag`). What is theirs already stays so. Refused: `unknown`, `not-acknowledged` (then acknowledging it does this), `already-closed`. */
export async function takeOverFlag(
  actor: Staff,
  asked: FlagAsked,
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'not-acknowledged' | 'already-closed' }> {
  return as(actor, async (tx) => {
    const found = await flagToActOn(tx, actor, asked);
    if (!found) return { ok: false, reason: 'unknown' };
    if (found.closed) return { ok: false, reason: 'already-closed' };
    if (!found.acknowledged) return { ok: false, reason: 'not-acknowledged' };
    if (found.holderId === actor.id) return { ok: true };
    const { id, clientId } = found.flag;
    await openByFlag(tx, actor, found.flag);
    await addFlagEvent(tx, actor, found.flag, { kind: 'taken-over' });
    // Whoever had it in hand hears that it is no longer theirs to see through.
    if (found.holderId) await tellStaff(tx, { kind: 'flag-taken-over', aboutId: id, told: [found.holderId] });
    const detail = { flag: id, from: found.holderId };
    await record(tx, { event: 'flag.taken-over', subject: clientId, detail });
    return { ok: true };
  });
}
