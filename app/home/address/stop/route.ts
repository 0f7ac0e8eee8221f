// "That wasn't me": stops a change of address that somebody asked our front desk for.
import { formRoute } from '@/lib/accounts/form-route';
import { stopRecovery } from '@/lib/accounts/stop-recovery';

export const POST = formRoute<null>({
  who: 'client',
  form: () => 'home/address/stop',
  page: () => '/home',
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor }) => {
    const stopped = await stopRecovery(actor);
    return { to: stopped.ok ? '/home/address?stopped=yes' : '/home' };
  },
});
