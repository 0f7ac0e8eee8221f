// What the pages of hours show: everybody's in a list, one person's to read and to set, and the days nobody is there.
import { type Actor, as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { type HoursFile, hoursFile, hoursFiles } from './hours-file';
import { stampOfHours } from './hours-setting';
import { localDateOf } from './time-in-words';

export type HoursShown = NonNullable<Awaited<ReturnType<typeof readHours>>>;

/** Null for a reference that is nobody's. `today` is the clinician's, or the practice's where none is set. */
export const readHours = (actor: Actor, reference: string) =>
  as(actor, async (tx) => {
    const file = await hoursFile(tx, reference);
    if (!file) return null;
    const { zone: clinicZone, holidays } = await clinicOf(tx);
    const today = localDateOf(clock.now(), file.setting?.zone ?? clinicZone);
    return { ...file, clinicZone, holidays, today, now: clock.now(), stamp: stampOfHours(file.setting) };
  });

export type HoursListed = HoursFile & { today: string };

/** Everybody who has hours or could have them, each with their own date. */
export const listHours = (actor: Actor): Promise<HoursListed[]> =>
  as(actor, async (tx) => {
    const { zone } = await clinicOf(tx);
    const files = await hoursFiles(tx);
    return files.map((file) => ({ ...file, today: localDateOf(clock.now(), file.setting?.zone ?? zone) }));
  });

/** The days to come on which the practice is closed, in order; today is the practice's own. */
export const holidaysAhead = (actor: Actor) =>
  as(actor, async (tx) => {
    const { zone, holidays } = await clinicOf(tx);
    const today = localDateOf(clock.now(), zone);
    return { today, zone, holidays: holidays.filter((date) => date >= today).sort() };
  });
