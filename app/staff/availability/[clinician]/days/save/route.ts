// Staff put in, or take out, the days they have just looked at; what is refused is kept, and looked at again.
import { changeDays } from '@/lib/scheduling/change-days';
import { daysPreview, hoursPage } from '../../../addresses';
import { daysProblem, daysRoute } from '../days-route';

export const POST = daysRoute(async (actor, asked, fields) => {
  const { clinician, what } = asked;
  const seen = { shown: fields.one('shown'), confirmed: fields.one('confirmed') };
  const changed = await changeDays(actor, { ...asked, ...seen });
  if (changed.ok) return { to: `${hoursPage(clinician)}?saved=${what === 'add' ? 'days' : 'removed'}` };
  switch (changed.reason) {
    case 'shown-otherwise':
      return { errors: [], to: `${daysPreview(clinician)}?problem=shown-otherwise` };
    case 'not-confirmed':
      return { errors: [{ field: 'confirmed', reason: changed.reason }], to: daysPreview(clinician) };
    default:
      return daysProblem(clinician, changed.reason);
  }
});
