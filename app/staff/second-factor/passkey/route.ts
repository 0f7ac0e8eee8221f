// Takes what a device answered for a passkey of a member of staff, and lets them go on to where they wanted.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { giveStaffPasskey } from '@/lib/accounts/give-staff-passkey';
import { heldMarks, keepMarks } from '@/lib/accounts/known-device';
import { ownPath } from '@/lib/accounts/network';
import { takeToken } from '@/lib/accounts/take-cookie';

export const POST = formRoute<{ posted: string; next: string }>({
  who: 'staff-before-second-factor',
  form: () => 'staff/second-factor',
  page: () => '/staff/second-factor',
  unkept: ['answer'],
  parse: (fields) => ({
    ok: true,
    input: { posted: fields.one('answer'), next: ownPath(fields.one('next'), '/staff') },
  }),
  act: async ({ actor, session }, { posted, next }) => {
    const jar = await cookies();
    const given = await giveStaffPasskey(actor, session.id, posted, heldMarks(jar));
    if (!given.ok) return { errors: [{ field: 'passkey', reason: given.reason }] };
    takeToken(jar, given.token);
    keepMarks(jar, given.marks);
    return { to: next };
  },
});
