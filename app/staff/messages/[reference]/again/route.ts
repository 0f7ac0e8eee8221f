// Staff have a mail tried once more that was given up.
import { formRoute } from '@/lib/accounts/form-route';
import { tryAgain } from '@/lib/notices/try-again';
import { messagePage } from '../../address';

export const POST = formRoute<null>({
  who: { staff: [] },
  form: ({ reference }) => `staff/messages/${reference}/again`,
  page: ({ reference }) => messagePage(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const { ok } = await tryAgain(actor, reference);
    return { to: `${messagePage(reference)}?told=${ok ? 'queued' : 'refused'}` };
  },
});
