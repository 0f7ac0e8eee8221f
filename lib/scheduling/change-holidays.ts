// An admin says on which days the whole practice is closed: what it does to everybody's times seen first, and no appointment left outside in silence.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { clinicSetting } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicShape } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { datesBetween } from './days-typed';
import { effectOfChange } from './effect-of-change';
import { offerSoon } from './free-time';
import { holdHoursAlone } from './hold-hours';
import { fingerprintOf, type HoursEffect, type MayNotStrand, mayStrand, type Seen } from './hours-effect';
import { type HoursFile, hoursFiles } from './hours-file';
import { mayEditHolidays, type Staff } from './may-edit-hours';

export type HolidaysRefusal = 'not-allowed' | MayNotStrand;

export type HolidaysChanged = { ok: true } | { ok: false; reason: HolidaysRefusal };

/** Local dates, both included. */
export type HolidaysAsked = { what: 'add' | 'remove'; from: string; until: string };

export type PreviewedHolidays =
  | { ok: true; people: { file: HoursFile; zone: string; effect: HoursEffect }[]; shown: string }
  | { ok: false; reason: 'not-allowed' };

/** What it would do to each clinician's times; nothing is written. */
export const previewHolidays = (actor: Staff, asked: HolidaysAsked): Promise<PreviewedHolidays> =>
  as(actor, async (tx) => {
    const { clinic } = await clinicRow(tx);
    return look(tx, actor, changed(clinic.holidays, asked));
  });

/** Closing a closed day changes nothing. Refused: `not-allowed` (no admin), and what `mayStrand` says. */
export const changeHolidays = (actor: Staff, asked: HolidaysAsked & Seen): Promise<HolidaysChanged> =>
  as(actor, async (tx) => {
    await holdHoursAlone(tx);
    if (!mayEditHolidays(actor)) return { ok: false, reason: 'not-allowed' };
    // Fees are saved in the same row.
    const { id, data, clinic } = await clinicRow(tx, { toChange: true });
    const holidays = changed(clinic.holidays, asked);
    const looked = await look(tx, actor, holidays);
    if (!looked.ok) return looked;
    const stranded = looked.people.flatMap(({ effect }) => effect.stranded);
    const reason = mayStrand(stranded, asked);
    if (reason) return { ok: false, reason };
    if (holidays.join() === clinic.holidays.join()) return { ok: true };
    await tx
      .update(clinicSetting)
      .set({ data: { ...data, holidays }, changedAt: clock.now() })
      .where(eq(clinicSetting.id, id));
    await offerSoon(tx);
    const { what, from, until } = asked;
    await record(tx, {
      event: 'clinic.changed',
      subject: 'clinic',
      detail: { part: 'holidays', what, from, until, stranded: stranded.map((one) => one.id) },
    });
    return { ok: true };
  });

function changed(holidays: string[], { what, from, until }: HolidaysAsked): string[] {
  const these = datesBetween(from, until);
  const others = holidays.filter((date) => !these.includes(date));
  return what === 'add' ? [...others, ...these].sort() : others;
}

async function look(tx: Tx, actor: Staff, holidays: string[]): Promise<PreviewedHolidays> {
  if (!mayEditHolidays(actor)) return { ok: false, reason: 'not-allowed' };
  const people = [];
  for (const file of await hoursFiles(tx)) {
    if (!file.setting) continue;
    const effect = await effectOfChange(tx, file, { holidays });
    people.push({ file, zone: file.setting.zone, effect });
  }
  return { ok: true, people, shown: fingerprintOf(people.flatMap(({ effect }) => effect.stranded)) };
}

async function clinicRow(tx: Tx, { toChange = false } = {}) {
  const read = tx.select().from(clinicSetting);
  const [row] = await (toChange ? read.for('update') : read);
  if (!row) throw new Error('This database holds no clinic yet.');
  return { id: row.id, data: row.data as object, clinic: clinicShape.parse(row.data) };
}
