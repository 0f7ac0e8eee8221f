// Signs out: the session ends in the database, not only in this browser.
import { endSession } from '@/lib/accounts/end-session';
import { formRoute } from '@/lib/accounts/form-route';
import { visitorSecret } from '@/lib/accounts/visitor-secret';
import { forgetVisitor } from '@/lib/guide/forget-visitor';

export const POST = formRoute<null>({
  who: 'anyone',
  form: () => 'sign-out',
  page: () => '/signed-out',
  parse: () => ({ ok: true, input: null }),
  act: async () => {
    const secret = await visitorSecret();
    await endSession('signed-out');
    await forgetVisitor(secret);
    return { to: '/signed-out' };
  },
});
