// Takes the code from the new mailbox: right, the address changes.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { takeToken } from '@/lib/accounts/take-cookie';
import { proveNewAddress } from '@/lib/forms/prove-new-address';
import { CODE_FORM } from '../errors';

export const POST = formRoute<string>({
  who: 'client',
  form: () => CODE_FORM,
  page: () => '/home/address/code',
  parse: (fields) => {
    const code = fields.one('code').replaceAll(/[\s-]/g, '');
    return /^\d{8}$/.test(code)
      ? { ok: true, input: code }
      : { ok: false, errors: [{ field: 'code', reason: 'not-eight-digits' }] };
  },
  act: async ({ actor, session, evidence }, code) => {
    const proved = await proveNewAddress(actor, { code, session: session.id, ip: evidence.ip });
    if (proved.ok) {
      takeToken(await cookies(), proved.token);
      return { to: '/home/address?done=yes' };
    }
    // The code page says by itself that there is none to be typed any more.
    if (proved.reason === 'gone') return { to: '/home/address/code' };
    return { errors: [{ field: 'code', reason: proved.reason }] };
  },
});
