// A danger sign is closed with what came of it, and why: never by an edit, never without an outcome.
import { as } from '@/db/client';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { textFault } from '@/lib/clinic/readable-text';
import { clock } from '@/lib/env/clock';
import { calendarDate } from '@/lib/forms/birth-date';
import { addFlagEvent, type FlagDetail, type FlagOutcome } from './flag-events';
import { type FlagAsked, flagToActOn } from './flag-to-act-on';
import { isOnTheCase } from './on-the-case';
import type { Staff } from './submission-by-reference';

/** Characters. */
export const LONGEST_NOTE = 2000;
export const LONGEST_DETAIL = 200;

/** What was typed for an outcome. `on`: `2026-11-24`, checked to be in a calendar; null when it is none. */
export type TypedOutcome = {
  outcome: FlagOutcome;
  note: string;
  tool?: string;
  on?: string | null;
  where?: string;
};

export type CloseFlagRefusal =
  | 'unknown'
  | 'not-acknowledged'
  | 'already-closed'
  | 'tool-missing'
  | 'date-missing'
  | 'in-the-future'
  | 'where-missing'
  | 'detail-too-long'
  | 'detail-not-readable'
  | 'attempts-missing'
  | 'note-missing'
  | 'note-too-long'
  | 'note-not-readable';

/**
 * An assessment names its tool and day, a referral where to, "not a risk" why; "could not reach" stands on the tries
 * that were written down. All of it is sealed under the client's key. Refused: see `CloseFlagRefusal`; closed once, the
 * first outcome stands.
 */
export async function closeFlag(
  actor: Staff,
  asked: FlagAsked & TypedOutcome,
): Promise<{ ok: true } | { ok: false; reason: CloseFlagRefusal }> {
  const note = asked.note.trim();
  const fault = textFault(note, LONGEST_NOTE);
  if (fault) return { ok: false, reason: `note-${fault.reason}` };
  return as(actor, async (tx) => {
    const found = await flagToActOn(tx, actor, asked);
    // What they can't read they don't see to: taking it in hand comes first.
    if (!found || !(await isOnTheCase(tx, actor, found.flag))) return { ok: false, reason: 'unknown' };
    if (found.closed) return { ok: false, reason: 'already-closed' };
    if (!found.acknowledged) return { ok: false, reason: 'not-acknowledged' };
    const today = calendarDate(clock.now(), (await clinicOf(tx)).zone);
    const missing = missingFor(asked, { note, today, attempts: found.attempts });
    if (missing) return { ok: false, reason: missing };
    const { id, clientId, level } = found.flag;
    const kind = asked.outcome;
    await addFlagEvent(tx, actor, found.flag, { kind, note, detail: detailFor(asked) });
    const detail = { flag: id, level, outcome: kind, attempts: found.attempts };
    await record(tx, { event: 'flag.closed', subject: clientId, detail });
    return { ok: true };
  });
}

function missingFor(
  { outcome, tool = '', on, where = '' }: TypedOutcome,
  { note, today, attempts }: { note: string; today: string; attempts: number },
): CloseFlagRefusal | null {
  if (outcome === 'assessed') {
    if (!tool.trim()) return 'tool-missing';
    const fault = textFault(tool.trim(), LONGEST_DETAIL);
    if (fault) return `detail-${fault.reason}`;
    if (!on) return 'date-missing';
    if (on > today) return 'in-the-future';
  }
  if (outcome === 'referred' && !where.trim()) return 'where-missing';
  const fault = outcome === 'referred' ? textFault(where.trim(), LONGEST_DETAIL) : null;
  if (fault) return `detail-${fault.reason}`;
  if (outcome === 'could-not-reach' && attempts === 0) return 'attempts-missing';
  if (outcome === 'not-a-risk' && !note) return 'note-missing';
  return null;
}

/** Only what belongs to the outcome: what was typed beside another choice is not kept. */
function detailFor({ outcome, tool = '', on, where = '' }: TypedOutcome): FlagDetail {
  if (outcome === 'assessed') return { tool: tool.trim(), ...(on && { on }) };
  return outcome === 'referred' ? { where: where.trim() } : {};
}
