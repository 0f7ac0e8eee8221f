// A clinician begins to review a submission.
import { formRoute } from '@/lib/accounts/form-route';
import { beginReview } from '@/lib/review/begin-review';
import { doneOn, pageOf, problemOn } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => `${pageOf(reference)}/begin-review`,
  page: ({ reference }) => pageOf(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await beginReview(actor, reference);
    return { to: done.ok ? doneOn(reference, 'begin-review') : problemOn(reference, done.reason) };
  },
});
