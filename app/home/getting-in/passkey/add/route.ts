// Takes the passkey that a device has made.
import { cookies } from 'next/headers';
import { addPasskey } from '@/lib/accounts/add-passkey';
import { formRoute } from '@/lib/accounts/form-route';
import { takeToken } from '@/lib/accounts/take-cookie';

/** Characters of a label that are kept. */
const LONGEST_LABEL = 100;

export const POST = formRoute<{ label: string; posted: string }>({
  who: 'client',
  form: () => 'getting-in/passkey',
  page: () => '/home/getting-in/passkey',
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
    const added = await addPasskey(actor, session, input);
    if (!added.ok) {
      const reason = added.reason === 'too-many' ? 'too-many-changes' : added.reason;
      return { errors: [{ field: 'label', reason }] };
    }
    takeToken(await cookies(), added.token);
    return { to: '/home/getting-in?done=passkey' };
  },
});
