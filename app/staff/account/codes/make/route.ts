// Makes ten new recovery codes, and leads to where they are shown once.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { newRecoveryCodes } from '@/lib/accounts/new-recovery-codes';
import { takeToken } from '@/lib/accounts/take-cookie';

export const POST = formRoute<null>({
  who: { staff: [], fresh: true },
  form: () => 'staff/account/codes',
  page: () => '/staff/account/codes',
  // The form says so itself: an empty post from anywhere makes none.
  parse: (fields) => (fields.one('make') === 'new' ? { ok: true, input: null } : { ok: false, errors: [] }),
  act: async ({ actor, session }) => {
    const made = await newRecoveryCodes({ actor, session });
    if (!made.ok) return { to: `/staff/account?problem=${made.reason}` };
    takeToken(await cookies(), made.token);
    return { to: '/staff/enrol/codes' };
  },
});
