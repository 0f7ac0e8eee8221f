// Days that were typed, or picked from the list to be taken out, read for one clinician.
import type { Fields } from '@/lib/accounts/fields';
import type { DaysAsked } from '@/lib/scheduling/change-days';
import { type DaysError, daysFrom } from '@/lib/scheduling/days-typed';
import type { Staff } from '@/lib/scheduling/may-edit-hours';
import { type HoursShown, readHours } from '@/lib/scheduling/read-hours';

export type DaysTyped =
  | { ok: true; asked: DaysAsked; hours: HoursShown }
  | { ok: false; problem?: 'unknown'; errors: DaysError[] };

export async function typedDays(actor: Staff, clinician: string, fields: Fields): Promise<DaysTyped> {
  const hours = await readHours(actor, clinician);
  if (!hours) return { ok: false, problem: 'unknown', errors: [] };
  const what = fields.one('what') === 'remove' ? 'remove' : 'add';
  // What is there already may be taken out, however short it is by now.
  const sessionMinutes = what === 'add' ? (hours.setting?.sessionMinutes ?? 0) : 0;
  const read = daysFrom(fields, { today: hours.today, sessionMinutes });
  return read.ok ? { ok: true, asked: { clinician, what, days: read.days }, hours } : read;
}
