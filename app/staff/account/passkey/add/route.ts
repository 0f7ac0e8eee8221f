// Takes the passkey that a device of a member of staff has made.
import { cookies } from 'next/headers';
import { addStaffPasskey } from '@/lib/accounts/add-staff-passkey';
import { formRoute } from '@/lib/accounts/form-route';
import { takeToken } from '@/lib/accounts/take-cookie';

/** Characters of a label that are kept. */
const LONGEST_LABEL = 100;

export const POST = formRoute<{ label: string; posted: string }>({
  who: { staff: [], fresh: true },
  form: () => 'staff/account/passkey',
  page: () => '/staff/account/passkey',
  unkept: ['answer'],
  // A label is never refused: the device has its passkey by now, and would keep one that opens nothing.
  parse: (fields) => ({
    ok: true,
    input: {
      label: [...fields.one('label').replaceAll('\0', '').trim()].slice(0, LONGEST_LABEL).join(''),
      posted: fields.one('answer'),
    },
  }),
  act: async ({ actor, session }, input) => {
    const added = await addStaffPasskey({ actor, session }, input);
    if (!added.ok) return { errors: [{ field: 'label', reason: added.reason }] };
    takeToken(await cookies(), added.token);
    return { to: '/staff/account?done=passkey' };
  },
});
