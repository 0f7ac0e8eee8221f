// Staff call a recovery off.
import { formRoute } from '@/lib/accounts/form-route';
import { cancelRecovery } from '@/lib/review/cancel-recovery';
import { MAY_SEE } from '@/lib/review/recovery';
import { recoveryPage } from '../../addresses';

export const POST = formRoute<null>({
  who: { staff: [...MAY_SEE] },
  form: ({ reference }) => `${recoveryPage(reference)}/cancel`,
  page: ({ reference }) => recoveryPage(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await cancelRecovery(actor, reference);
    return { to: done.ok ? recoveryPage(reference) : `${recoveryPage(reference)}?problem=${done.reason}` };
  },
});
