// Confirms a new authenticator app with its first code.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { heldMarks, keepMarks } from '@/lib/accounts/known-device';
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
    const jar = await cookies();
    const enrolled = await enrolSecondFactor(actor, session.id, code, heldMarks(jar));
    if (!enrolled.ok) return { errors: [{ field: 'code', reason: enrolled.reason }] };
    takeToken(jar, enrolled.token);
    keepMarks(jar, enrolled.marks);
    return { to: '/staff/enrol/codes' };
  },
});
