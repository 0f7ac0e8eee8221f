// Staff have seen to a mail that could not be delivered.
import { formRoute } from '@/lib/accounts/form-route';
import { settleMailTask } from '@/lib/notices/settle-mail-task';
import { messagePage } from '../../address';

export const POST = formRoute<null>({
  who: { staff: [] },
  form: ({ reference }) => `staff/messages/${reference}/seen-to`,
  page: ({ reference }) => messagePage(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const { ok } = await settleMailTask(actor, reference);
    return { to: `${messagePage(reference)}?told=${ok ? 'settled' : 'refused'}` };
  },
});
