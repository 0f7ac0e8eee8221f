// Takes a PIN or a passkey away.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { type KeyRemoved, removeSecondKey } from '@/lib/accounts/remove-second-key';
import { takeToken } from '@/lib/accounts/take-cookie';
import { isReference } from '@/lib/env/ids';

type Refused = Extract<KeyRemoved, { ok: false }>['reason'];

const pageOf = (which: string) => `/home/getting-in/remove?${new URLSearchParams({ what: which })}`;

/** `pin`, a passkey's reference, or nothing that could be one. */
const keyNamed = (text: string) => (text === 'pin' || isReference(text) ? text : '');

/** Gone already: there is nothing more to do. Not fresh: the page says what comes first. Else the list says why. */
function afterRefusal(reason: Refused, which: string): string {
  if (reason === 'gone') return '/home/getting-in';
  if (reason === 'not-fresh') return pageOf(which);
  return `/home/getting-in?problem=${reason === 'too-many' ? 'too-many-changes' : reason}`;
}

export const POST = formRoute<string>({
  who: 'client',
  form: () => 'getting-in/remove',
  page: () => '/home/getting-in',
  parse: (fields) => ({ ok: true, input: keyNamed(fields.one('what')) }),
  act: async ({ actor, session }, which) => {
    const removed = await removeSecondKey(actor, session, which);
    if (!removed.ok) return { to: afterRefusal(removed.reason, which) };
    takeToken(await cookies(), removed.token);
    return { to: '/home/getting-in?done=removed' };
  },
});
