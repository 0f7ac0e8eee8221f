// "Not now": home asks no more for a second key.
import { formRoute } from '@/lib/accounts/form-route';
import { putOffSecondKey } from '@/lib/accounts/put-off-second-key';

export const POST = formRoute<null>({
  who: 'client',
  form: () => 'getting-in/later',
  page: () => '/home',
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor }) => {
    await putOffSecondKey(actor);
    return { to: '/home' };
  },
});
