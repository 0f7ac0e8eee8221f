// Days that staff want to put in or take out are checked and kept, and what it would do is shown; nothing is saved.
import { formRoute } from '@/lib/accounts/form-route';
import { previewDays } from '@/lib/scheduling/change-days';
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
    const looked = await previewDays(actor, read.asked);
    // Kept as typed: it is read again by the page that shows it.
    return looked.ok ? { errors: [], to: daysPreview(clinician) } : problem(looked.reason);
  },
});
