// The danger signs of a submission, each with what has been done about it. For clinicians and the clinical lead alone.
import { asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { flag, flagEvent, staffMember } from '@/db/schema';
import { openFor } from '@/lib/vault/keys';

export const OUTCOMES = ['spoke', 'assessed', 'referred', 'could-not-reach', 'not-a-risk'] as const;
export type FlagOutcome = (typeof OUTCOMES)[number];

export const isOutcome = (kind: string): kind is FlagOutcome =>
  (OUTCOMES as readonly string[]).includes(kind);

export type FlagLevel = (typeof flag.$inferSelect)['level'];

export type FlagState = {
  id: string;
  submissionId: string;
  level: FlagLevel;
  rule: string;
  question: string;
  answerId: string | null;
  raisedAt: Date;
  /** By when somebody must have acknowledged it; null when due before the first session. */
  dueAt: Date | null;
  acknowledged: { at: Date; by: string } | null;
  closed: { at: Date; by: string; outcome: FlagOutcome; note: string | null } | null;
};

/** Red ones that nobody has acknowledged: nobody is accepted past them. */
export const redNotSeen = <F extends Pick<FlagState, 'level' | 'acknowledged'>>(flags: readonly F[]): F[] =>
  flags.filter(({ level, acknowledged }) => level !== 'amber' && !acknowledged);

const SEVEREST_FIRST: Record<FlagLevel, number> = { 'red-urgent': 0, red: 1, amber: 2 };

const place = (row: string) => ({ table: 'flag_event', column: 'note', row });

export { place as placeOfFlagNote };

/** Those still open first, the most severe and the oldest first. Empty for whoever may not see flags. */
export async function flagsOf(tx: Tx, submissionIds: readonly string[]): Promise<FlagState[]> {
  if (submissionIds.length === 0) return [];
  const flags = await tx
    .select()
    .from(flag)
    .where(inArray(flag.submissionId, [...submissionIds]));
  if (flags.length === 0) return [];
  const ids = flags.map(({ id }) => id);
  const events = await tx
    .select({ event: flagEvent, by: staffMember.name })
    .from(flagEvent)
    .innerJoin(staffMember, eq(staffMember.id, flagEvent.byId))
    .where(inArray(flagEvent.flagId, ids))
    .orderBy(asc(flagEvent.at), asc(flagEvent.id));
  const states = await Promise.all(flags.map((one) => stateOf(tx, one, events)));
  return states.sort(
    (a, b) =>
      Number(Boolean(a.closed)) - Number(Boolean(b.closed)) ||
      SEVEREST_FIRST[a.level] - SEVEREST_FIRST[b.level] ||
      a.raisedAt.getTime() - b.raisedAt.getTime(),
  );
}

type Event = { event: typeof flagEvent.$inferSelect; by: string };

async function stateOf(tx: Tx, one: typeof flag.$inferSelect, all: Event[]): Promise<FlagState> {
  const events = all.filter(({ event }) => event.flagId === one.id);
  const [first] = events;
  const end = events.find(({ event }) => isOutcome(event.kind));
  const outcome = end && isOutcome(end.event.kind) ? end.event.kind : null;
  const note = end?.event.note ? await openFor(tx, one.clientId, place(end.event.id), end.event.note) : null;
  const { id, submissionId, level, question, answerId, raisedAt, dueAt } = one;
  const rule = await openFor(tx, one.clientId, { table: 'flag', column: 'rule', row: id }, one.rule);
  return {
    ...{ id, submissionId, level, rule, question, answerId, raisedAt, dueAt },
    acknowledged: first ? { at: first.event.at, by: first.by } : null,
    closed: end && outcome ? { at: end.event.at, by: end.by, outcome, note } : null,
  };
}
