// What can be done about a danger sign, and what must be said with it: the words a clinician would look for later.
import type { Tx } from '@/db/client';
import { flagEvent } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { openFor, sealFor } from '@/lib/vault/keys';
import type { Staff } from './submission-by-reference';

export const OUTCOMES = ['spoke', 'assessed', 'referred', 'could-not-reach', 'not-a-risk'] as const;
export type FlagOutcome = (typeof OUTCOMES)[number];

export const isOutcome = (kind: string): kind is FlagOutcome =>
  (OUTCOMES as readonly string[]).includes(kind);

/** In which way somebody was tried to be reached. */
export const ATTEMPT_WAYS = [
  'phone',
  'voicemail',
  'text',
  'email',
  'site',
  'in-person',
  'emergency-contact',
] as const;
export type AttemptWay = (typeof ATTEMPT_WAYS)[number];

export const attemptWay = (given: string): AttemptWay | null =>
  ATTEMPT_WAYS.find((each) => each === given) ?? null;

/** `on`: a day, `2026-11-24`. `at`: an instant, ISO 8601. Which of them there are is the kind's to say. */
export type FlagDetail = { tool?: string; on?: string; where?: string; way?: AttemptWay; at?: string };

type Kind = (typeof flagEvent.$inferSelect)['kind'];

const place = (column: 'note' | 'detail', row: string) => ({ table: 'flag_event', column, row });

/** Adds one event; note and detail are sealed under the client's key. */
export async function addFlagEvent(
  tx: Tx,
  actor: Staff,
  { id: flagId, clientId }: { id: string; clientId: string },
  { kind, note = '', detail = {} }: { kind: Kind; note?: string; detail?: FlagDetail },
) {
  const id = newId();
  const has = Object.keys(detail).length > 0;
  await tx.insert(flagEvent).values({
    ...{ id, flagId, clientId, kind, byId: actor.id, at: clock.now() },
    note: note ? await sealFor(tx, clientId, place('note', id), note) : null,
    detail: has ? await sealFor(tx, clientId, place('detail', id), JSON.stringify(detail)) : null,
  });
}

type Row = typeof flagEvent.$inferSelect;

export const noteOf = async (tx: Tx, { id, clientId, note }: Row): Promise<string | null> =>
  note === null ? null : openFor(tx, clientId, place('note', id), note);

export const detailOf = async (tx: Tx, { id, clientId, detail }: Row): Promise<FlagDetail> =>
  detail === null ? {} : (JSON.parse(await openFor(tx, clientId, place('detail', id), detail)) as FlagDetail);
