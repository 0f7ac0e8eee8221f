// Takes a new address and sends it a code; the answer is the same whether another account has it or not.
import { askAddressChange } from '@/lib/accounts/ask-address-change';
import type { FieldError } from '@/lib/accounts/form-draft';
import { formRoute } from '@/lib/accounts/form-route';
import { plainAddress } from '@/lib/accounts/plain-address';
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
  act: async ({ actor, evidence }, { email, inbox }) => {
    if (inbox === null && (await asksInbox(actor))) return { errors: [INBOX_MISSING] };
    const asked = await askAddressChange(actor, { email, inbox, ip: evidence.ip });
    return asked.ok ? { to: '/home/address/code' } : { errors: [{ field: 'email', reason: asked.reason }] };
  },
});
