// Staff put in, or take out, the days they have just looked at; what is refused is kept, and looked at again.
import { formRoute } from '@/lib/accounts/form-route';
import { changeDays } from '@/lib/scheduling/change-days';
import { readHours } from '@/lib/scheduling/read-hours';
import { daysForm, daysPreview, hoursPage } from '../../../addresses';
import { typedDays } from '../typed-days';

export const POST = formRoute<null>({
  who: { staff: [] },
  form: ({ clinician }) => daysForm(clinician),
  page: ({ clinician }) => hoursPage(clinician),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields, params: { clinician = '' } }) => {
    const problem = (reason: string) => ({ to: `${hoursPage(clinician)}?problem=${reason}` });
    const hours = await readHours(actor, clinician);
    if (!hours) return problem('unknown');
    const read = typedDays(fields, hours);
    if (!read.ok) return { errors: read.errors };
    const seen = { shown: fields.one('shown'), confirmed: fields.one('confirmed') };
    const changed = await changeDays(actor, { ...read.asked, ...seen });
    if (changed.ok)
      return { to: `${hoursPage(clinician)}?saved=${read.asked.what === 'add' ? 'days' : 'removed'}` };
    switch (changed.reason) {
      case 'shown-otherwise':
        return { errors: [], to: `${daysPreview(clinician)}?problem=shown-otherwise` };
      case 'not-confirmed':
        return { errors: [{ field: 'confirmed', reason: changed.reason }], to: daysPreview(clinician) };
      default:
        return problem(changed.reason);
    }
  },
});
