// What both routes of closed days do first: who may post, what was typed, and what is wrong with it.
import type { Fields } from '@/lib/accounts/fields';
import { formRoute } from '@/lib/accounts/form-route';
import type { Outcome } from '@/lib/accounts/form-spec';
import type { HolidaysAsked } from '@/lib/scheduling/change-holidays';
import { MAY_EDIT_HOLIDAYS, type Staff } from '@/lib/scheduling/may-edit-hours';
import { HOLIDAYS, HOLIDAYS_FORM } from './addresses';
import { typedHolidays } from './typed-holidays';

export const holidaysRoute = (
  act: (actor: Staff, asked: HolidaysAsked, fields: Fields) => Promise<Outcome>,
) =>
  formRoute<null>({
    who: { staff: [...MAY_EDIT_HOLIDAYS] },
    form: () => HOLIDAYS_FORM,
    page: () => HOLIDAYS,
    parse: () => ({ ok: true, input: null }),
    act: async ({ actor, fields }) => {
      const read = await typedHolidays(actor, fields);
      return read.ok ? act(actor, read.asked, fields) : { errors: read.errors };
    },
  });
