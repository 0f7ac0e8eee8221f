// Takes a PIN or a passkey away.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { removeSecondKey } from '@/lib/accounts/remove-second-key';
import { takeToken } from '@/lib/accounts/take-cookie';
import { isReference } from '@/lib/env/ids';

const pageOf = (which: string) => `/home/getting-in/remove?${new URLSearchParams({ what: which })}`;

/** `pin`, a passkey's reference, or nothing that could be one. */
const keyNamed = (text: string) => (text === 'pin' || isReference(text) ? text : '');

export const POST = formRoute<string>({
  who: 'client',
  form: () => 'getting-in/remove',
  page: () => '/home/getting-in',
  parse: (fields) => ({ ok: true, input: keyNamed(fields.one('what')) }),
  act: async ({ actor, session }, which) => {
    const removed = await removeSecondKey(actor, session, which);
    // Gone already: there is nothing more to do. Not fresh: the page says what comes first.
    if (!removed.ok) return { to: removed.reason === 'gone' ? '/home/getting-in' : pageOf(which) };
    takeToken(await cookies(), removed.token);
    return { to: '/home/getting-in?done=removed' };
  },
});
