// A clinician tried to reach somebody about a danger sign, and did not: in which way and when is written down each time.
import { and, desc, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { flagEvent } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { textFault } from '@/lib/clinic/readable-text';
import { clock } from '@/lib/env/clock';
import { LONGEST_NOTE } from './close-flag';
import { type AttemptWay, addFlagEvent, detailOf, noteOf } from './flag-events';
import { type FlagAsked, flagToActOn } from './flag-to-act-on';
import { isOnTheCase } from './on-the-case';
import type { Staff } from './submission-by-reference';

export type AttemptRefusal =
  | 'unknown'
  | 'not-acknowledged'
  | 'already-closed'
  | 'note-too-long'
  | 'note-not-readable'
  | 'in-the-future'
  | 'before-the-flag';

/** Slack for a clock that is a little ahead, and for a time typed to the minute. */
const A_MINUTE = 60_000;

/**
 * `at`: when it was tried, an instant. The note is sealed. The same words sent twice, as by a double click, are one try.
 * Refused: see `AttemptRefusal`.
 */
export async function addAttempt(
  actor: Staff,
  asked: FlagAsked & { way: AttemptWay; at: Date; note: string },
): Promise<{ ok: true } | { ok: false; reason: AttemptRefusal }> {
  const note = asked.note.trim();
  const fault = textFault(note, LONGEST_NOTE);
  if (fault) return { ok: false, reason: `note-${fault.reason}` };
  if (asked.at.getTime() > clock.now().getTime() + A_MINUTE) return { ok: false, reason: 'in-the-future' };
  return as(actor, async (tx) => {
    const found = await flagToActOn(tx, actor, asked);
    // What they can't read they don't see to: taking it in hand comes first.
    if (!found || !(await isOnTheCase(tx, actor, found.flag))) return { ok: false, reason: 'unknown' };
    if (found.closed) return { ok: false, reason: 'already-closed' };
    if (!found.acknowledged) return { ok: false, reason: 'not-acknowledged' };
    const { id, clientId, raisedAt } = found.flag;
    if (asked.at.getTime() < raisedAt.getTime() - A_MINUTE) return { ok: false, reason: 'before-the-flag' };
    const detail = { way: asked.way, at: asked.at.toISOString() };
    if (await isWrittenDown(tx, actor, id, { ...detail, note })) return { ok: true };
    await addFlagEvent(tx, actor, found.flag, { kind: 'attempt', note, detail });
    await record(tx, { event: 'flag.attempted', subject: clientId, detail: { flag: id, way: asked.way } });
    return { ok: true };
  });
}

/** Whether the last try this person wrote down of this flag is this very one. */
async function isWrittenDown(
  tx: Tx,
  actor: Staff,
  flagId: string,
  { way, at, note }: { way: AttemptWay; at: string; note: string },
): Promise<boolean> {
  const [last] = await tx
    .select()
    .from(flagEvent)
    .where(and(eq(flagEvent.flagId, flagId), eq(flagEvent.kind, 'attempt'), eq(flagEvent.byId, actor.id)))
    .orderBy(desc(flagEvent.at), desc(flagEvent.id))
    .limit(1);
  if (!last) return false;
  const said = await detailOf(tx, last);
  return said.way === way && said.at === at && ((await noteOf(tx, last)) ?? '') === note;
}
