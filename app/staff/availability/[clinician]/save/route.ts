// Staff save the hours they have just looked at; what is refused is kept as typed, and looked at again.
import { formRoute } from '@/lib/accounts/form-route';
import { type HoursInput, hoursFrom } from '@/lib/scheduling/hours-typed';
import { saveHours } from '@/lib/scheduling/save-hours';
import { hoursForm, hoursPage, hoursPreview } from '../../addresses';

export const POST = formRoute<HoursInput>({
  who: { staff: [] },
  form: ({ clinician }) => hoursForm(clinician),
  page: ({ clinician }) => hoursPage(clinician),
  parse: hoursFrom,
  act: async ({ actor, fields, params: { clinician = '' } }, input) => {
    const seen = { shown: fields.one('shown'), confirmed: fields.one('confirmed') };
    const saved = await saveHours(actor, { clinician, input, stamp: fields.one('stamp'), ...seen });
    if (saved.ok) return { to: `${hoursPage(clinician)}?saved=hours` };
    switch (saved.reason) {
      case 'shown-otherwise':
        return { errors: [], to: `${hoursPreview(clinician)}?problem=shown-otherwise` };
      case 'not-confirmed':
        return { errors: [{ field: 'confirmed', reason: saved.reason }], to: hoursPreview(clinician) };
      case 'changed-meanwhile':
        return { errors: [] };
      default:
        return { to: `${hoursPage(clinician)}?problem=${saved.reason}` };
    }
  },
});
