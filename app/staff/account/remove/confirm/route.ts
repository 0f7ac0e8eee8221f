// Takes one of one's own passkeys away.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { removeStaffPasskey } from '@/lib/accounts/remove-staff-passkey';
import { takeToken } from '@/lib/accounts/take-cookie';

export const POST = formRoute<string>({
  who: { staff: [], fresh: true },
  form: () => 'staff/account',
  page: () => '/staff/account',
  parse: (fields) => ({ ok: true, input: fields.reference('passkey') }),
  act: async ({ actor, session }, reference) => {
    const removed = await removeStaffPasskey({ actor, session }, reference);
    if (!removed.ok) return { to: `/staff/account?problem=${removed.reason}` };
    takeToken(await cookies(), removed.token);
    return { to: '/staff/account?done=removed' };
  },
});
