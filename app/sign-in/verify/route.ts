// Takes the code, or the token behind the link's button, and lets its owner in.
import { cookies } from 'next/headers';
import { beginSession } from '@/lib/accounts/begin-session';
import { browserCookieName, cookieRules, sessionCookieName } from '@/lib/accounts/cookies';
import { formRoute } from '@/lib/accounts/form-route';
import { ownPath } from '@/lib/accounts/network';
import { type Proof, proveSignIn } from '@/lib/accounts/prove-sign-in';
import { endSessionOf } from '@/lib/accounts/session';
import { takeCookie } from '@/lib/accounts/take-cookie';
import { finishRecovery } from '@/lib/forms/finish-recovery';
import { landingFrom } from '../landing';
import { takeOverNotes } from '../take-over-notes';

export const POST = formRoute<{ proof: Proof; next: string }>({
  who: 'anyone',
  form: () => 'sign-in/code',
  page: () => '/sign-in/code',
  parse: (fields) => {
    const next = ownPath(fields.one('next'), '');
    if (fields.has('token'))
      return { ok: true, input: { proof: { by: 'link', secret: fields.one('token') }, next } };
    const code = fields.one('code').replaceAll(/[\s-]/g, '');
    if (!/^\d{8}$/.test(code)) return { ok: false, errors: [{ field: 'code', reason: 'not-eight-digits' }] };
    return { ok: true, input: { proof: { by: 'code', secret: code }, next } };
  },
  act: async ({ ip, userAgent }, { proof, next }) => {
    const jar = await cookies();
    const proved = await proveSignIn({ browser: jar.get(browserCookieName())?.value, proof, ip });
    if (!proved.ok) return { errors: [{ field: 'code', reason: proved.reason }] };
    // Before the session: it may be this address that a lost account waits for.
    await finishRecovery(proved);
    const begun = await beginSession({
      email: proved.email,
      ticket: proved.ticket,
      by: proof.by,
      ip,
      userAgent,
    });
    if (!begun) return { errors: [{ field: 'code', reason: 'gone' }] };
    // A session this browser brought along is over: nobody's old cookie becomes somebody's new one.
    await endSessionOf(jar.get(sessionCookieName())?.value, 'replaced');
    takeCookie(jar, begun.cookie);
    jar.set(browserCookieName(), '', { ...cookieRules(), maxAge: 0 });
    await takeOverNotes();
    return { to: await landingFrom(next || (begun.kind === 'staff' ? '/staff' : '/home')) };
  },
});
