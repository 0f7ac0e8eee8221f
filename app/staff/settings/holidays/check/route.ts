// Days an admin wants to close or open are checked and kept, and what it would do is shown; nothing is saved.
import { formRoute } from '@/lib/accounts/form-route';
import { MAY_EDIT_HOLIDAYS } from '@/lib/scheduling/may-edit-hours';
import { holidaysAhead } from '@/lib/scheduling/read-hours';
import { HOLIDAYS, HOLIDAYS_FORM, HOLIDAYS_PREVIEW } from '../addresses';
import { typedHolidays } from '../typed-holidays';

export const POST = formRoute<null>({
  who: { staff: [...MAY_EDIT_HOLIDAYS] },
  form: () => HOLIDAYS_FORM,
  page: () => HOLIDAYS,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields }) => {
    const { today } = await holidaysAhead(actor);
    const read = typedHolidays(fields, today);
    // Kept as typed: it is read again by the page that shows it.
    return read.ok ? { errors: [], to: HOLIDAYS_PREVIEW } : { errors: read.errors };
  },
});
