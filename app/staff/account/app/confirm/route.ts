// Confirms another app with its first code; from then on the old one opens nothing.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { heldMarks, keepMarks } from '@/lib/accounts/known-device';
import { replaceApp } from '@/lib/accounts/replace-app';
import { takeToken } from '@/lib/accounts/take-cookie';

export const POST = formRoute<string>({
  who: { staff: [], fresh: true },
  form: () => 'staff/account/app',
  page: () => '/staff/account/app',
  unkept: ['code'],
  parse: (fields) => {
    const code = fields.one('code').trim().slice(0, 40);
    return code ? { ok: true, input: code } : { ok: false, errors: [{ field: 'code', reason: 'empty' }] };
  },
  act: async ({ actor, session }, code) => {
    const jar = await cookies();
    const replaced = await replaceApp({ actor, session }, code, heldMarks(jar));
    if (!replaced.ok) return { errors: [{ field: 'code', reason: replaced.reason }] };
    takeToken(jar, replaced.token);
    keepMarks(jar, replaced.marks);
    return { to: '/staff/account?done=app' };
  },
});
