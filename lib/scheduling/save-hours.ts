// Staff set how a clinician works: all of it or nothing, what it does seen first, and no appointment left outside in silence.
import { and, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { availabilityRule, clinician } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { newId } from '@/lib/env/ids';
import { effectOfChange } from './effect-of-change';
import { offerSoon } from './free-time';
import { holdHoursAlone } from './hold-hours';
import { fingerprintOf, type HoursEffect, type MayNotStrand, mayStrand, type Seen } from './hours-effect';
import { type HoursFile, hoursFile } from './hours-file';
import { changedParts, type HoursSetting, keyOfRule, stampOfHours } from './hours-setting';
import { type HoursInput, settingFrom } from './hours-typed';
import { mayEditHours, type Staff } from './may-edit-hours';

export type HoursRefusal = 'unknown' | 'not-allowed' | 'changed-meanwhile' | MayNotStrand;

export type HoursSaved = { ok: true } | { ok: false; reason: HoursRefusal };

/** `stamp` is that of the hours the form was made for (`stampOfHours`). */
export type HoursAsked = { clinician: string; input: HoursInput; stamp: string };

export type PreviewedHours =
  | {
      ok: true;
      file: HoursFile;
      setting: HoursSetting;
      parts: (keyof HoursSetting)[];
      effect: HoursEffect;
      shown: string;
    }
  | { ok: false; reason: Exclude<HoursRefusal, MayNotStrand> };

/** What saving would do; nothing is written. */
export const previewHours = (actor: Staff, asked: HoursAsked): Promise<PreviewedHours> =>
  as(actor, (tx) => look(tx, actor, asked));

/**
 * Saving what stands already changes nothing. Refused: `unknown`; `not-allowed` (`mayEditHours`); `changed-meanwhile`
 * (other hours were saved since the form was made); `shown-otherwise` (what would be left outside is not what was
 * shown: somebody booked, moved or cancelled since); `not-confirmed` (it was not said that those appointments stay).
 */
export const saveHours = (actor: Staff, asked: HoursAsked & Seen): Promise<HoursSaved> =>
  as(actor, async (tx) => {
    await holdHoursAlone(tx);
    const looked = await look(tx, actor, asked);
    if (!looked.ok) return looked;
    const { file, setting, parts, effect } = looked;
    if (parts.length === 0) return { ok: true };
    const reason = mayStrand(effect.stranded, asked);
    if (reason) return { ok: false, reason };
    await write(tx, file, setting);
    await offerSoon(tx);
    await record(tx, {
      event: 'hours.changed',
      subject: file.id,
      detail: {
        changed: parts,
        opened: effect.opens.length,
        closed: effect.closes.length,
        stranded: effect.stranded.map(({ id }) => id),
      },
    });
    return { ok: true };
  });

async function look(
  tx: Tx,
  actor: Staff,
  { clinician: reference, input, stamp }: HoursAsked,
): Promise<PreviewedHours> {
  const file = await hoursFile(tx, reference);
  if (!file) return { ok: false, reason: 'unknown' };
  const setting = settingFrom(input, file.setting);
  const parts = changedParts(file.setting, setting);
  const part = parts.includes('regions') && input.regions !== null ? 'licences' : 'hours';
  if (!mayEditHours(actor, file.id, part)) return { ok: false, reason: 'not-allowed' };
  if (parts.length > 0 && stampOfHours(file.setting) !== stamp)
    return { ok: false, reason: 'changed-meanwhile' };
  const effect = await effectOfChange(tx, file, { setting });
  return { ok: true, file, setting, parts, effect, shown: fingerprintOf(effect.stranded) };
}

/** Rules that stay keep their rows. */
async function write(tx: Tx, { id, setting: before }: HoursFile, setting: HoursSetting) {
  const { rules, ...rest } = setting;
  if (before) await tx.update(clinician).set(rest).where(eq(clinician.id, id));
  else await tx.insert(clinician).values({ id, ...rest });
  const stored = await tx.select().from(availabilityRule).where(eq(availabilityRule.clinicianId, id));
  const [wanted, there] = [new Set(rules.map(keyOfRule)), new Set(stored.map(keyOfRule))];
  const gone = stored.filter((rule) => !wanted.has(keyOfRule(rule))).map((rule) => rule.id);
  const added = rules.filter((rule) => !there.has(keyOfRule(rule)));
  if (gone.length > 0)
    await tx
      .delete(availabilityRule)
      .where(and(eq(availabilityRule.clinicianId, id), oneOf(availabilityRule.id, gone)));
  if (added.length > 0)
    await tx
      .insert(availabilityRule)
      .values(added.map((rule) => ({ id: newId(), clinicianId: id, ...rule })));
}
