// What the address of a page of times says: whose times, in which zone, from which day, and what went wrong.

import type { Booked } from '@/lib/scheduling/book-appointment';
import type { Moved } from '@/lib/scheduling/move-appointment';
import { readSlot } from '@/lib/scheduling/slot-address';

export type Query = Record<string, string | string[] | undefined>;

const one = (query: Query, name: string): string | undefined => {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
};

type Refusal = Extract<Booked | Moved, { ok: false }>['reason'];

const PROBLEMS = ['slot-taken', 'too-soon', 'not-offered', 'clinician-inactive', 'cannot-see'] as const;
export type Problem = (typeof PROBLEMS)[number];

/** The words for a refusal; null for those another page explains. */
const problemOf: Record<Refusal, Problem | null> = {
  'slot-taken': 'slot-taken',
  'too-soon': 'too-soon',
  'not-offered': 'not-offered',
  'clinician-inactive': 'clinician-inactive',
  region: 'cannot-see',
  format: 'cannot-see',
  couples: 'cannot-see',
  language: 'cannot-see',
  'agreements-missing': null,
  'forms-missing': null,
  ended: null,
  'has-appointment': null,
  'no-appointment': null,
  'too-late': null,
};

export function readQuery(query: Query) {
  const problem = PROBLEMS.find((known) => known === one(query, 'problem')) ?? null;
  return {
    with: one(query, 'with') || undefined,
    zone: one(query, 'zone') || undefined,
    from: one(query, 'from') || undefined,
    moving: one(query, 'moving') === 'yes',
    /** Chosen among the times of one clinician, not of the first available. */
    only: one(query, 'only') === 'yes',
    cancelled: one(query, 'cancelled') === 'yes',
    problem,
    slot: readSlot({
      with: one(query, 'with') ?? '',
      at: one(query, 'at') ?? '',
      zone: one(query, 'zone') ?? '',
    }),
    /** The time that was refused, and whose it was. */
    lost: lostIn(one(query, 'lost'), one(query, 'whose')),
  };
}

function lostIn(written: string | undefined, whose: string | undefined) {
  const at = new Date(written ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : { at, with: whose };
}

/** The page of times, with what is known; empty values are left out. */
export function timesPath(known: Record<string, string | null | undefined>): string {
  const given = Object.entries(known).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `/schedule?${new URLSearchParams(given)}` : '/schedule';
}

/** The page of the waiting list, in the zone in which times were shown, for whom they would see. */
export const waitingPath = ({ zone, with: whom }: { zone: string; with: string | null }): string =>
  `/schedule/waiting?${new URLSearchParams({ zone, ...(whom && { with: whom }) })}`;

/** A time as it stands in a form, and how it was come by. */
export type Choice = { with: string; at: string; zone: string; only: boolean; moving: boolean };

/** The times this one was chosen among. */
export const timesAround = (
  { with: clinician, zone, only, moving }: Choice,
  more: Record<string, string> = {},
): string => timesPath({ ...more, with: only ? clinician : null, zone, moving: moving ? 'yes' : null });

/** Where a refusal leads: to the times, saying what went wrong, with the choices so far. */
export function afterRefusal(reason: Refusal, choice: Choice): string {
  if (reason === 'has-appointment') return '/schedule/booked?kept=yes';
  if (reason === 'too-late') return '/schedule/booked';
  const problem = problemOf[reason];
  // That page leads on to what has to be done first.
  if (problem === null) return timesPath({ moving: choice.moving ? 'yes' : null });
  // Who can't see this client isn't asked again.
  const only = choice.only && problem !== 'cannot-see' && problem !== 'clinician-inactive';
  return timesAround({ ...choice, only }, { problem, lost: choice.at, whose: choice.with });
}
