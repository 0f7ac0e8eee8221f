// A clinician acknowledges a danger sign.
import { formRoute } from '@/lib/accounts/form-route';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { doneOn, pageOf, problemOn } from '../addresses';

export const POST = formRoute<{ flagId: string }>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => `${pageOf(reference)}/acknowledge`,
  page: ({ reference }) => pageOf(reference),
  parse: (fields) => ({ ok: true, input: { flagId: fields.id('flag') } }),
  act: async ({ actor, params: { reference = '' } }, { flagId }) => {
    const done = await acknowledgeFlag(actor, { reference, flagId });
    return { to: done.ok ? doneOn(reference, 'acknowledge') : problemOn(reference, done.reason) };
  },
});
