// A clinician acknowledges a danger sign.
import { formRoute } from '@/lib/accounts/form-route';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { backTo, flagForm } from '../../../flag-addresses';

export const POST = formRoute<string>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }, fields) => flagForm(reference, 'acknowledge', fields.id('flag')),
  page: ({ reference = '' }) => backTo('', reference, {}),
  parse: (fields) => ({ ok: true, input: fields.id('flag') }),
  act: async ({ actor, fields, params: { reference = '' } }, flagId) => {
    const done = await acknowledgeFlag(actor, { reference, flagId });
    const more: Record<string, string> = done.ok
      ? { done: 'acknowledge', of: reference }
      : { problem: done.reason };
    return { to: backTo(fields.one('back'), reference, more) };
  },
});
