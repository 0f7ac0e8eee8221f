// Days that were typed, or picked from the list to be taken out, read for one clinician.
import type { Fields } from '@/lib/accounts/fields';
import type { DaysAsked } from '@/lib/scheduling/change-days';
import { type DaysError, daysFrom } from '@/lib/scheduling/days-typed';
import type { HoursShown } from '@/lib/scheduling/read-hours';

export function typedDays(
  fields: Fields,
  { reference, today, setting }: Pick<HoursShown, 'reference' | 'today' | 'setting'>,
): { ok: true; asked: DaysAsked } | { ok: false; errors: DaysError[] } {
  const what = fields.one('what') === 'remove' ? 'remove' : 'add';
  // What is there already may be taken out, however short it is by now.
  const sessionMinutes = what === 'add' ? (setting?.sessionMinutes ?? 0) : 0;
  const read = daysFrom(fields, { today, sessionMinutes });
  return read.ok ? { ok: true, asked: { clinician: reference, what, days: read.days } } : read;
}
