// Drops hours that were typed and not saved.
import { formRoute } from '@/lib/accounts/form-route';
import { hoursForm, hoursPage } from '../../addresses';

export const POST = formRoute<null>({
  who: { staff: [] },
  form: ({ clinician }) => hoursForm(clinician),
  page: ({ clinician }) => hoursPage(clinician),
  parse: () => ({ ok: true, input: null }),
  // Whatever is done drops the form's words.
  act: async ({ params: { clinician } }) => ({ to: hoursPage(clinician) }),
});
