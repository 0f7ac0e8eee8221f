// A lead or an admin says that they have looked into a recovery its client stopped.
import { formRoute } from '@/lib/accounts/form-route';
import { MAY_SETTLE } from '@/lib/review/recovery';
import { settleRecovery } from '@/lib/review/settle-recovery';
import { recoveryPage } from '../../addresses';

export const POST = formRoute<null>({
  who: { staff: [...MAY_SETTLE] },
  form: ({ reference }) => `${recoveryPage(reference)}/settle`,
  page: ({ reference }) => recoveryPage(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await settleRecovery(actor, reference);
    return { to: done.ok ? recoveryPage(reference) : `${recoveryPage(reference)}?problem=${done.reason}` };
  },
});
