// A clinician or the clinical lead accepts somebody.
import { formRoute } from '@/lib/accounts/form-route';
import { acceptSubmission } from '@/lib/review/accept-submission';
import { acceptPage, doneOn, problemOn } from '../../addresses';

export const POST = formRoute<null>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => acceptPage(reference),
  page: ({ reference }) => acceptPage(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await acceptSubmission(actor, reference);
    return { to: done.ok ? doneOn(reference, 'accept') : problemOn(reference, done.reason) };
  },
});
