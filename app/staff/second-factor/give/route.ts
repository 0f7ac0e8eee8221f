// Takes a code from the app, or a recovery code, and lets staff go on.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { giveSecondFactor } from '@/lib/accounts/second-factor';
import { takeToken } from '@/lib/accounts/take-cookie';

export const POST = formRoute<string>({
  who: 'staff-before-second-factor',
  form: () => 'staff/second-factor',
  page: () => '/staff/second-factor',
  parse: (fields) => {
    const code = fields.one('code').trim().slice(0, 40);
    return code ? { ok: true, input: code } : { ok: false, errors: [{ field: 'code', reason: 'empty' }] };
  },
  act: async ({ actor, session }, code) => {
    const given = await giveSecondFactor(actor, session.id, code);
    if (!given.ok) return { errors: [{ field: 'code', reason: given.reason }] };
    takeToken(await cookies(), given.token);
    return { to: '/staff' };
  },
});
