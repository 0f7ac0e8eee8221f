// An admin closes days, or opens them again, once they have seen what it does; what is refused is looked at again.
import { formRoute } from '@/lib/accounts/form-route';
import { changeHolidays } from '@/lib/scheduling/change-holidays';
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
    if (!read.ok) return { errors: read.errors };
    const seen = { shown: fields.one('shown'), confirmed: fields.one('confirmed') };
    const changed = await changeHolidays(actor, { ...read.asked, ...seen });
    if (changed.ok) return { to: `${HOLIDAYS}?saved=yes` };
    switch (changed.reason) {
      case 'shown-otherwise':
        return { errors: [], to: `${HOLIDAYS_PREVIEW}?problem=shown-otherwise` };
      case 'not-confirmed':
        return { errors: [{ field: 'confirmed', reason: changed.reason }], to: HOLIDAYS_PREVIEW };
      default:
        return { to: `${HOLIDAYS}?problem=${changed.reason}` };
    }
  },
});
