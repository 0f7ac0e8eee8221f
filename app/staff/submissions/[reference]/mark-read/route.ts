// A member of staff has read what a client put right, or gave when asked for it.
import { formRoute } from '@/lib/accounts/form-route';
import { settleFromClient } from '@/lib/review/settle-from-client';
import { doneOn, pageOf, problemOn } from '../addresses';

export const POST = formRoute<string>({
  who: { staff: [] },
  form: ({ reference }) => `${pageOf(reference)}/mark-read`,
  page: ({ reference }) => pageOf(reference),
  parse: (fields) => ({ ok: true, input: fields.id('task') }),
  act: async ({ actor, params: { reference = '' } }, taskId) => {
    const done = await settleFromClient(actor, taskId, null, reference);
    return { to: done.ok ? doneOn(reference, 'mark-read') : problemOn(reference, 'not-now') };
  },
});
