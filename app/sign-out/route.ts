// Signs out: the session ends in the database, not only in this browser.
import { endSession } from '@/lib/accounts/end-session';
import { formRoute } from '@/lib/accounts/form-route';

export const POST = formRoute<null>({
  who: 'anyone',
  form: () => 'sign-out',
  page: () => '/signed-out',
  parse: () => ({ ok: true, input: null }),
  act: async () => {
    await endSession('signed-out');
    return { to: '/signed-out' };
  },
});
