// Somebody who was closed is open again, where they were.
import { formRoute } from '@/lib/accounts/form-route';
import { reopenSubmission } from '@/lib/review/close-submission';
import { doneOn, pageOf, problemOn } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => `${pageOf(reference)}/reopen`,
  page: ({ reference }) => pageOf(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await reopenSubmission(actor, reference);
    return { to: done.ok ? doneOn(reference, 'reopen') : problemOn(reference, done.reason) };
  },
});
