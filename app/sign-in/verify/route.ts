// Takes the code, or the token behind the link's button, and lets its owner in.
import { cookies } from 'next/headers';
import { browserCookieName, cookieRules } from '@/lib/accounts/cookies';
import { formRoute } from '@/lib/accounts/form-route';
import { HELD_MINUTES, holdTicket } from '@/lib/accounts/held-ticket';
import { ownPath } from '@/lib/accounts/network';
import { type Proof, proveSignIn } from '@/lib/accounts/prove-sign-in';
import { finishRecovery } from '@/lib/forms/finish-recovery';
import { letIn } from '../let-in';

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
    if ((await finishRecovery(proved)) === 'wanted') {
      await holdTicket(proved.ticket);
      jar.set(browserCookieName(), proved.ticket, { ...cookieRules(), maxAge: HELD_MINUTES * 60 });
      return { to: next ? `/sign-in/birth-date?${new URLSearchParams({ next })}` : '/sign-in/birth-date' };
    }
    const { ticket, email } = proved;
    const to = await letIn({ email, ticket, by: proof.by, ip, userAgent }, next);
    return to === null ? { errors: [{ field: 'code', reason: 'gone' }] } : { to };
  },
});
