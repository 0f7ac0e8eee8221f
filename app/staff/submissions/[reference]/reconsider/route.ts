// The clinical lead takes a decline back.
import { formRoute } from '@/lib/accounts/form-route';
import { reconsiderSubmission } from '@/lib/review/close-submission';
import { doneOn, pageOf, problemOn } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['lead'] },
  form: ({ reference }) => `${pageOf(reference)}/reconsider`,
  page: ({ reference }) => pageOf(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await reconsiderSubmission(actor, reference);
    return { to: done.ok ? doneOn(reference, 'reconsider') : problemOn(reference, done.reason) };
  },
});
