// A clinician takes a danger sign into their own hands.
import { formRoute } from '@/lib/accounts/form-route';
import { takeOverFlag } from '@/lib/review/take-over-flag';
import { backTo, flagForm } from '../../../flag-addresses';

export const POST = formRoute<string>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }, fields) => flagForm(reference, 'take-over', fields.id('flag')),
  page: ({ reference = '' }) => backTo('', reference, {}),
  parse: (fields) => ({ ok: true, input: fields.id('flag') }),
  act: async ({ actor, fields, params: { reference = '' } }, flagId) => {
    const done = await takeOverFlag(actor, { reference, flagId });
    const more: Record<string, string> = done.ok
      ? { done: 'take-over', of: reference }
      : { problem: done.reason };
    return { to: backTo(fields.one('back'), reference, more) };
  },
});
