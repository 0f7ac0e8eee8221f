// The danger signs of a submission, each with what has been done about it. For clinicians and the clinical lead alone.
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { flag, flagEvent, staffMember } from '@/db/schema';
import { openFor } from '@/lib/vault/keys';
import {
  type AttemptWay,
  detailOf,
  type FlagDetail,
  type FlagOutcome,
  isOutcome,
  noteOf,
} from './flag-events';
import { type Escalation, escalationsOf, type Told, toldOf } from './flag-told';

export type FlagLevel = (typeof flag.$inferSelect)['level'];

export type Attempt = { id: string; at: Date; by: string; way: AttemptWay; note: string | null };

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
  /** To whom it went when it was raised; nobody, for an amber one. */
  told: Told[];
  /** When it was told again because nobody had acknowledged it in time, and to whom. */
  escalations: Escalation[];
  acknowledged: { at: Date; by: string } | null;
  /** In whose hands it is: who acknowledged it, or took it over since. */
  holder: { id: string; name: string; since: Date } | null;
  /** From whom they took it over, where they did. */
  takenFrom: { id: string; name: string } | null;
  /** How it was tried to reach the person, the oldest first. */
  attempts: Attempt[];
  closed: { at: Date; by: string; outcome: FlagOutcome; note: string | null; detail: FlagDetail } | null;
};

/** Red ones that nobody has acknowledged: nobody is accepted past them. */
export const redNotSeen = <F extends Pick<FlagState, 'level' | 'acknowledged'>>(flags: readonly F[]): F[] =>
  flags.filter(({ level, acknowledged }) => level !== 'amber' && !acknowledged);

const SEVEREST_FIRST: Record<FlagLevel, number> = { 'red-urgent': 0, red: 1, amber: 2 };

/** Those still open first, the most severe and the oldest first. Empty for whoever may not see flags. */
export async function flagsOf(tx: Tx, submissionIds: readonly string[]): Promise<FlagState[]> {
  if (submissionIds.length === 0) return [];
  const flags = await tx.select().from(flag).where(oneOf(flag.submissionId, submissionIds));
  if (flags.length === 0) return [];
  const ids = flags.map(({ id }) => id);
  const events = await tx
    .select({ event: flagEvent, by: staffMember.name })
    .from(flagEvent)
    .innerJoin(staffMember, eq(staffMember.id, flagEvent.byId))
    .where(oneOf(flagEvent.flagId, ids))
    .orderBy(asc(flagEvent.at), asc(flagEvent.id));
  const [told, escalations] = [await toldOf(tx, ids), await escalationsOf(tx, ids)];
  const states = await Promise.all(
    flags.map(async (one) => ({
      ...(await stateOf(tx, one, events)),
      told: told.get(one.id) ?? [],
      escalations: escalations.get(one.id) ?? [],
    })),
  );
  return states.sort(
    (a, b) =>
      Number(Boolean(a.closed)) - Number(Boolean(b.closed)) ||
      SEVEREST_FIRST[a.level] - SEVEREST_FIRST[b.level] ||
      a.raisedAt.getTime() - b.raisedAt.getTime(),
  );
}

/** What of a flag is no secret among clinicians: how grave, since when, who was told, in whose hands, how it ended. */
export const withoutWords = (flag: FlagState): FlagState => ({
  ...flag,
  ...{ rule: '', question: '', answerId: null },
  attempts: flag.attempts.map((attempt) => ({ ...attempt, note: null })),
  closed: flag.closed && { ...flag.closed, note: null, detail: {} },
});

type Event = { event: typeof flagEvent.$inferSelect; by: string };

async function stateOf(tx: Tx, one: typeof flag.$inferSelect, all: Event[]) {
  const events = all.filter(({ event }) => event.flagId === one.id);
  const [first] = events;
  const holders = events.filter(({ event: { kind } }) => kind === 'acknowledged' || kind === 'taken-over');
  const [holder, before] = [holders.at(-1), holders.at(-2)];
  const end = events.find(({ event }) => isOutcome(event.kind));
  const outcome = end && isOutcome(end.event.kind) ? end.event.kind : null;
  const { id, submissionId, level, question, answerId, raisedAt, dueAt } = one;
  const rule = await openFor(tx, one.clientId, { table: 'flag', column: 'rule', row: id }, one.rule);
  return {
    ...{ id, submissionId, level, rule, question, answerId, raisedAt, dueAt },
    acknowledged: first ? { at: first.event.at, by: first.by } : null,
    holder: holder ? { id: holder.event.byId, name: holder.by, since: holder.event.at } : null,
    /** From whom they took it over. */
    takenFrom: before ? { id: before.event.byId, name: before.by } : null,
    attempts: await attemptsIn(tx, events),
    closed:
      end && outcome
        ? {
            ...{ at: end.event.at, by: end.by, outcome },
            ...{ note: await noteOf(tx, end.event), detail: await detailOf(tx, end.event) },
          }
        : null,
  };
}

async function attemptsIn(tx: Tx, events: Event[]): Promise<Attempt[]> {
  const attempts = events.filter(({ event: { kind } }) => kind === 'attempt');
  return Promise.all(
    attempts.map(async ({ event, by }) => {
      const { way = 'phone', at } = await detailOf(tx, event);
      return { id: event.id, at: at ? new Date(at) : event.at, by, way, note: await noteOf(tx, event) };
    }),
  );
}
