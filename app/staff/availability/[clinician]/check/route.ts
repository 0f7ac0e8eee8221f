// What staff typed for somebody's hours is checked and kept, and what it would do is shown; nothing is saved.
import { formRoute } from '@/lib/accounts/form-route';
import { type HoursInput, hoursFrom } from '@/lib/scheduling/hours-typed';
import { previewHours } from '@/lib/scheduling/save-hours';
import { hoursForm, hoursPage, hoursPreview } from '../../addresses';

export const POST = formRoute<HoursInput>({
  who: { staff: [] },
  form: ({ clinician }) => hoursForm(clinician),
  page: ({ clinician }) => hoursPage(clinician),
  parse: hoursFrom,
  act: async ({ actor, fields, params: { clinician = '' } }, input) => {
    const looked = await previewHours(actor, { clinician, input, stamp: fields.one('stamp') });
    if (looked.ok && looked.parts.length === 0) return { to: `${hoursPage(clinician)}?saved=nothing` };
    // Kept as typed: it is read again by the page that shows it.
    if (looked.ok) return { errors: [], to: hoursPreview(clinician) };
    // The page itself sees that other hours stand now, and shows both.
    if (looked.reason === 'changed-meanwhile') return { errors: [] };
    return { to: `${hoursPage(clinician)}?problem=${looked.reason}` };
  },
});
