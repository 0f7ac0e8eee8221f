// An admin closes days, or opens them again, once they have seen what it does; what is refused is looked at again.
import { changeHolidays } from '@/lib/scheduling/change-holidays';
import { HOLIDAYS, HOLIDAYS_PREVIEW } from '../addresses';
import { holidaysRoute } from '../holidays-route';

export const POST = holidaysRoute(async (actor, asked, fields) => {
  const seen = { shown: fields.one('shown'), confirmed: fields.one('confirmed') };
  const changed = await changeHolidays(actor, { ...asked, ...seen });
  if (changed.ok) return { to: `${HOLIDAYS}?saved=yes` };
  switch (changed.reason) {
    case 'shown-otherwise':
      return { errors: [], to: `${HOLIDAYS_PREVIEW}?problem=shown-otherwise` };
    case 'not-confirmed':
      return { errors: [{ field: 'confirmed', reason: changed.reason }], to: HOLIDAYS_PREVIEW };
    default:
      return { to: `${HOLIDAYS}?problem=${changed.reason}` };
  }
});
