// Takes an address and sends it a code; the answer is the same for every address.
import { cookies } from 'next/headers';
import { browserCookieName, cookieRules } from '@/lib/accounts/cookies';
import { formRoute } from '@/lib/accounts/form-route';
import { ownPath } from '@/lib/accounts/network';
import { plainAddress } from '@/lib/accounts/plain-address';
import { requestSignIn } from '@/lib/accounts/request-sign-in';

export const POST = formRoute<{ email: string; next: string }>({
  who: 'anyone',
  form: () => 'sign-in',
  page: () => '/sign-in',
  parse: (fields) => {
    const email = plainAddress.safeParse(fields.one('email'));
    if (!email.success) return { ok: false, errors: [{ field: 'email', reason: 'not-an-address' }] };
    return { ok: true, input: { email: email.data, next: ownPath(fields.one('next'), '') } };
  },
  act: async ({ ip }, { email, next }) => {
    const jar = await cookies();
    const asked = await requestSignIn({ email, ip, browser: jar.get(browserCookieName())?.value });
    if (!asked.ok) return { errors: [{ field: 'email', reason: asked.reason }] };
    jar.set(browserCookieName(), asked.browser, { ...cookieRules(), maxAge: 60 * 60 });
    return { to: next ? `/sign-in/code?${new URLSearchParams({ next })}` : '/sign-in/code' };
  },
});
