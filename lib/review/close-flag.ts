// A danger sign is closed with what came of it, and why: never by an edit, never without an outcome.
import { as, type Tx } from '@/db/client';
import { type flag, flagEvent } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { sealFor } from '@/lib/vault/keys';
import { flagToActOn } from './flag-to-act-on';
import { type FlagOutcome, placeOfFlagNote } from './flags-of';
import type { Staff } from './submission-by-reference';

/** Characters. */
export const LONGEST_NOTE = 2000;

/** What is no outcome without its words: which tool and when, how often it was tried, why it is no risk. */
const NEEDS_NOTE: readonly FlagOutcome[] = ['assessed', 'could-not-reach', 'not-a-risk'];

export type CloseFlagRefusal =
  | 'unknown'
  | 'not-acknowledged'
  | 'already-closed'
  | 'note-missing'
  | 'note-too-long';

/** `note` is sealed under the client's key. Refused: see `CloseFlagRefusal`; closed once, the first outcome stands. */
export async function closeFlag(
  actor: Staff,
  asked: { reference: string; flagId: string; outcome: FlagOutcome; note: string },
): Promise<{ ok: true } | { ok: false; reason: CloseFlagRefusal }> {
  const note = asked.note.trim();
  if (!note && NEEDS_NOTE.includes(asked.outcome)) return { ok: false, reason: 'note-missing' };
  if (note.length > LONGEST_NOTE) return { ok: false, reason: 'note-too-long' };
  return as(actor, async (tx) => {
    const found = await flagToActOn(tx, actor, asked);
    if (!found) return { ok: false, reason: 'unknown' };
    if (found.closed) return { ok: false, reason: 'already-closed' };
    if (!found.acknowledged) return { ok: false, reason: 'not-acknowledged' };
    await keepOutcome(tx, actor, found.flag, asked.outcome, note);
    return { ok: true };
  });
}

async function keepOutcome(
  tx: Tx,
  actor: Staff,
  { id: flagId, clientId, level }: typeof flag.$inferSelect,
  kind: FlagOutcome,
  note: string,
) {
  const id = newId();
  await tx.insert(flagEvent).values({
    id,
    flagId,
    clientId,
    kind,
    byId: actor.id,
    at: clock.now(),
    note: note ? await sealFor(tx, clientId, placeOfFlagNote(id), note) : null,
  });
  await record(tx, {
    event: 'flag.closed',
    subject: clientId,
    detail: { flag: flagId, level, outcome: kind },
  });
}
