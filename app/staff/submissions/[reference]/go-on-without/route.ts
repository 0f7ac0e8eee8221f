// A clinician goes on without what was asked for.
import { formRoute } from '@/lib/accounts/form-route';
import { goOnWithout } from '@/lib/review/go-on-without';
import { doneOn, pageOf, problemOn } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => `${pageOf(reference)}/go-on-without`,
  page: ({ reference }) => pageOf(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await goOnWithout(actor, reference);
    return { to: done.ok ? doneOn(reference, 'go-on-without') : problemOn(reference, done.reason) };
  },
});
