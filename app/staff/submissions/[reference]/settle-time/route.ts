// Staff note that they have been in touch about a time.
import { formRoute } from '@/lib/accounts/form-route';
import { settleTime } from '@/lib/review/settle-time';
import { doneOn, pageOf, problemOn } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['front-desk', 'clinician', 'lead'] },
  form: ({ reference }) => `${pageOf(reference)}/settle-time`,
  page: ({ reference }) => pageOf(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await settleTime(actor, reference);
    if (!done.ok) return { to: problemOn(reference, done.reason) };
    return { to: done.stillKnown ? doneOn(reference, 'settle-time') : '/staff' };
  },
});
