// Days that were typed to be closed, or picked from the list to be opened again.
import type { Fields } from '@/lib/accounts/fields';
import type { HolidaysAsked } from '@/lib/scheduling/change-holidays';
import { type DaysError, datesFrom } from '@/lib/scheduling/days-typed';
import type { Staff } from '@/lib/scheduling/may-edit-hours';
import { holidaysAhead } from '@/lib/scheduling/read-hours';

export async function typedHolidays(
  actor: Staff,
  fields: Fields,
): Promise<{ ok: true; asked: HolidaysAsked } | { ok: false; errors: DaysError[] }> {
  const { today } = await holidaysAhead(actor);
  const errors: DaysError[] = [];
  const dates = datesFrom(fields, today, errors);
  const what = fields.one('what') === 'remove' ? 'remove' : 'add';
  return dates ? { ok: true, asked: { what, ...dates } } : { ok: false, errors };
}
