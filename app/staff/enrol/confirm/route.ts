// Confirms a new authenticator app with its first code.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { enrolSecondFactor } from '@/lib/accounts/second-factor';
import { takeToken } from '@/lib/accounts/take-cookie';

export const POST = formRoute<string>({
  who: 'staff-before-second-factor',
  form: () => 'staff/enrol',
  page: () => '/staff/enrol',
  parse: (fields) => {
    const code = fields.one('code').trim().slice(0, 40);
    return code ? { ok: true, input: code } : { ok: false, errors: [{ field: 'code', reason: 'empty' }] };
  },
  act: async ({ actor, session }, code) => {
    const enrolled = await enrolSecondFactor(actor, session.id, code);
    if (!enrolled.ok) return { errors: [{ field: 'code', reason: enrolled.reason }] };
    takeToken(await cookies(), enrolled.token);
    return { to: '/staff/enrol/codes' };
  },
});
