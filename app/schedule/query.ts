// What the address of a page of times says: whose times, in which zone, from which day, and what went wrong before.

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
    cancelled: one(query, 'cancelled') === 'yes',
    problem,
    slot: readSlot({
      with: one(query, 'with') ?? '',
      at: one(query, 'at') ?? '',
      zone: one(query, 'zone') ?? '',
    }),
    /** The time that was refused. */
    lost: lostAt(one(query, 'lost')),
  };
}

function lostAt(written: string | undefined): Date | undefined {
  const at = new Date(written ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** The page of times, with what is known; empty values are left out. */
export function timesPath(known: Record<string, string | null | undefined>): string {
  const given = Object.entries(known).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `/schedule?${new URLSearchParams(given)}` : '/schedule';
}

/** Where a refusal leads: to the times, saying what went wrong, with the choices so far. */
export function afterRefusal(
  reason: Refusal,
  slot: { with: string; at: string; zone: string },
  moving: boolean,
): string {
  if (reason === 'has-appointment' || reason === 'too-late') return '/schedule/booked';
  return timesPath({
    problem: problemOf[reason],
    lost: slot.at,
    zone: slot.zone,
    moving: moving && reason !== 'no-appointment' ? 'yes' : null,
  });
}
