// Takes a code from the app, or a recovery code, and lets staff go on to where they wanted.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { heldMarks, keepMarks } from '@/lib/accounts/known-device';
import { ownPath } from '@/lib/accounts/network';
import { signInPathFor } from '@/lib/accounts/require';
import { giveSecondFactor } from '@/lib/accounts/second-factor';
import { takeToken } from '@/lib/accounts/take-cookie';

export const POST = formRoute<{ code: string; next: string }>({
  who: 'staff-before-second-factor',
  form: () => 'staff/second-factor',
  page: () => '/staff/second-factor',
  unkept: ['code'],
  parse: (fields) => {
    const code = fields.one('code').trim().slice(0, 40);
    if (!code) return { ok: false, errors: [{ field: 'code', reason: 'empty' }] };
    return { ok: true, input: { code, next: ownPath(fields.one('next'), '/staff') } };
  },
  act: async ({ actor, session }, { code, next }) => {
    const jar = await cookies();
    const given = await giveSecondFactor(actor, session.id, code, heldMarks(jar));
    // The sign-in is over: it begins again by mail.
    if (!given.ok && given.reason === 'ended') return { to: signInPathFor(next, 'tried') };
    if (!given.ok) return { errors: [{ field: 'code', reason: given.reason }] };
    takeToken(jar, given.token);
    keepMarks(jar, given.marks);
    return { to: next };
  },
});
