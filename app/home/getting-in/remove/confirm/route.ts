// Takes a PIN or a passkey away.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { removeSecondKey } from '@/lib/accounts/remove-second-key';
import { takeToken } from '@/lib/accounts/take-cookie';

const pageOf = (which: string) => `/home/getting-in/remove?${new URLSearchParams({ what: which })}`;

export const POST = formRoute<string>({
  who: 'client',
  form: () => 'getting-in/remove',
  page: () => '/home/getting-in',
  parse: (fields) => ({ ok: true, input: fields.one('what').slice(0, 20) }),
  act: async ({ actor, session }, which) => {
    const removed = await removeSecondKey(actor, session, which);
    // Gone already: there is nothing more to do. Not fresh: the page says what comes first.
    if (!removed.ok) return { to: removed.reason === 'gone' ? '/home/getting-in' : pageOf(which) };
    takeToken(await cookies(), removed.token);
    return { to: '/home/getting-in?done=removed' };
  },
});
