// Somebody who was accepted is given to a clinician.
import { formRoute } from '@/lib/accounts/form-route';
import { assignSubmission } from '@/lib/review/assign-submission';
import { doneOn, pageOf, problemOn } from '../addresses';

export const POST = formRoute<{ clinicianId: string }>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => `${pageOf(reference)}/assign`,
  page: ({ reference }) => pageOf(reference),
  parse: (fields) => ({ ok: true, input: { clinicianId: fields.id('clinician') } }),
  act: async ({ actor, params: { reference = '' } }, { clinicianId }) => {
    const done = await assignSubmission(actor, { reference, clinicianId });
    return { to: done.ok ? doneOn(reference, 'assign') : problemOn(reference, done.reason) };
  },
});
