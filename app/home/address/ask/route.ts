// Takes a new address and sends it a code; the answer is the same whether another account has it or not.
import { askAddressChange } from '@/lib/accounts/ask-address-change';
import type { FieldError } from '@/lib/accounts/form-draft';
import { formRoute } from '@/lib/accounts/form-route';
import { plainAddress } from '@/lib/accounts/plain-address';
import { showAgainPath } from '@/lib/accounts/require';
import { isFresh } from '@/lib/accounts/second-key';
import { asksInbox, isInboxAnswer } from '@/lib/forms/inbox-answer';
import { ADDRESS_FORM } from '../errors';

const INBOX_MISSING: FieldError = { field: 'inbox', reason: 'inbox-missing' };

export const POST = formRoute<{ email: string; inbox: string | null }>({
  who: 'client',
  form: () => ADDRESS_FORM,
  page: () => '/home/address',
  parse: (fields) => {
    const email = plainAddress.safeParse(fields.one('email'));
    const inbox = isInboxAnswer(fields.one('inbox')) ? fields.one('inbox') : null;
    const errors: FieldError[] = [];
    if (!email.success) errors.push({ field: 'email', reason: 'not-an-address' });
    if (fields.has('asks-inbox') && inbox === null) errors.push(INBOX_MISSING);
    return email.success && errors.length === 0
      ? { ok: true, input: { email: email.data, inbox } }
      : { ok: false, errors };
  },
  act: async ({ actor, session, evidence }, { email, inbox }) => {
    // A device left open is not enough to take somebody's way in; what was typed waits.
    if (!isFresh(session, 'send')) return { errors: [], to: showAgainPath(session, '/home/address') };
    if (inbox === null && (await asksInbox(actor))) return { errors: [INBOX_MISSING] };
    const asked = await askAddressChange(actor, { email, inbox, ip: evidence.ip });
    return asked.ok ? { to: '/home/address/code' } : { errors: [{ field: 'email', reason: asked.reason }] };
  },
});
