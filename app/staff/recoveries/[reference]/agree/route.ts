// A colleague agrees to a recovery that somebody else started.
import { formRoute } from '@/lib/accounts/form-route';
import { agreeToRecovery } from '@/lib/review/agree-to-recovery';
import { MAY_SEE } from '@/lib/review/recovery';
import { recoveryPage } from '../../addresses';

export const POST = formRoute<null>({
  who: { staff: [...MAY_SEE] },
  form: ({ reference }) => `${recoveryPage(reference)}/agree`,
  page: ({ reference }) => recoveryPage(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, session, params: { reference = '' } }) => {
    const done = await agreeToRecovery(actor, { reference, secondFactorAt: session.secondFactorAt });
    return { to: done.ok ? recoveryPage(reference) : `${recoveryPage(reference)}?problem=${done.reason}` };
  },
});
