// Staff say that no estimate is owed, because insurance pays.
import { formRoute } from '@/lib/accounts/form-route';
import { estimateNotOwed } from '@/lib/estimates/estimate-not-owed';
import { ESTIMATES, estimatePage } from '../../addresses';

export const POST = formRoute<null>({
  who: { staff: [] },
  form: ({ reference }) => `${estimatePage(reference?.slice(0, 20))}/close`,
  page: ({ reference }) => estimatePage(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await estimateNotOwed(actor, reference);
    return { to: done.ok ? ESTIMATES : `${estimatePage(reference)}?problem=${done.reason}` };
  },
});
