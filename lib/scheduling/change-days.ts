// Staff put in time off or extra hours, or take them out again: what it does seen first, and no appointment left outside in silence.
import { and, between, eq, isNull, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { as, type Tx } from '@/db/client';
import { availabilityException } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { newId } from '@/lib/env/ids';
import { type DaysOfException, eachDay, sameException } from './days-typed';
import { effectOfChange } from './effect-of-change';
import { offerSoon } from './free-time';
import { holdHoursAlone } from './hold-hours';
import { fingerprintOf, type HoursEffect, type MayNotStrand, mayStrand, type Seen } from './hours-effect';
import { type HoursFile, hoursFile } from './hours-file';
import { mayEditHours, type Staff } from './may-edit-hours';

/** `no-hours`: nothing is set for them yet that days could differ from. */
export type DaysRefusal = 'unknown' | 'not-allowed' | 'no-hours' | MayNotStrand;

export type DaysChanged = { ok: true } | { ok: false; reason: DaysRefusal };

export type DaysAsked = { clinician: string; what: 'add' | 'remove'; days: DaysOfException };

export type PreviewedDays =
  | { ok: true; file: HoursFile; effect: HoursEffect; shown: string }
  | { ok: false; reason: Exclude<DaysRefusal, MayNotStrand> };

/** What it would do; nothing is written. */
export const previewDays = (actor: Staff, asked: DaysAsked): Promise<PreviewedDays> =>
  as(actor, (tx) => look(tx, actor, asked));

/**
 * Days that are there already are there once, and those that are gone are gone. Refused: `unknown`, `no-hours`,
 * `not-allowed` (`mayEditHours`), and what `mayStrand` says.
 */
export const changeDays = (actor: Staff, asked: DaysAsked & Seen): Promise<DaysChanged> =>
  as(actor, async (tx) => {
    await holdHoursAlone(tx);
    const looked = await look(tx, actor, asked);
    if (!looked.ok) return looked;
    const { file, effect } = looked;
    const reason = mayStrand(effect.stranded, asked);
    if (reason) return { ok: false, reason };
    const { what, days } = asked;
    const changed = await (what === 'add' ? add : remove)(tx, file.id, days);
    if (changed === 0) return { ok: true };
    // What was kept for somebody may be no more, and what opens may be kept for somebody.
    await offerSoon(tx);
    await record(tx, {
      event: what === 'add' ? 'exception.added' : 'exception.removed',
      subject: file.id,
      detail: {
        ...{ kind: days.kind, from: days.from, until: days.until, wholeDays: days.startsLocal === null },
        ...{ days: changed, opened: effect.opens.length, closed: effect.closes.length },
        stranded: effect.stranded.map(({ id }) => id),
      },
    });
    return { ok: true };
  });

async function look(
  tx: Tx,
  actor: Staff,
  { clinician: reference, what, days }: DaysAsked,
): Promise<PreviewedDays> {
  const file = await hoursFile(tx, reference);
  if (!file) return { ok: false, reason: 'unknown' };
  if (!mayEditHours(actor, file.id, 'days')) return { ok: false, reason: 'not-allowed' };
  if (!file.setting) return { ok: false, reason: 'no-hours' };
  const these = eachDay(days);
  const others = file.exceptions.filter((one) => !these.some((day) => sameException(day, one)));
  const exceptions = what === 'add' ? [...others, ...these] : others;
  const effect = await effectOfChange(tx, file, { exceptions });
  return { ok: true, file, effect, shown: fingerprintOf(effect.stranded) };
}

/** How many days were not there before. */
async function add(tx: Tx, clinicianId: string, days: DaysOfException): Promise<number> {
  const added = await tx
    .insert(availabilityException)
    .values(eachDay(days).map((day) => ({ id: newId(), clinicianId, ...day })))
    .onConflictDoNothing()
    .returning({ id: availabilityException.id });
  return added.length;
}

async function remove(tx: Tx, clinicianId: string, days: DaysOfException): Promise<number> {
  const { onDate, kind, startsLocal, endsLocal } = availabilityException;
  const removed = await tx
    .delete(availabilityException)
    .where(
      and(
        eq(availabilityException.clinicianId, clinicianId),
        between(onDate, days.from, days.until),
        eq(kind, days.kind),
        same(startsLocal, days.startsLocal),
        same(endsLocal, days.endsLocal),
      ),
    )
    .returning({ id: availabilityException.id });
  return removed.length;
}

const same = (column: AnyPgColumn, time: string | null): SQL =>
  time === null ? isNull(column) : eq(column, time);
