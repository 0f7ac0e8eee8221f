// What was typed about somebody on the phone is checked, kept, and shown before anything is sent.
import { formRoute } from '@/lib/accounts/form-route';
import { callerTyped } from '@/lib/review/caller-typed';
import { MAY_INVITE } from '@/lib/review/phone-intake';
import { whyNotByPhone } from '@/lib/review/start-by-phone';
import { START, START_FORM, START_TYPED } from '../../addresses';
import { FIELD_OF } from '../errors';

export const POST = formRoute<null>({
  who: { staff: [...MAY_INVITE] },
  form: () => START_FORM,
  page: () => START_TYPED,
  // A date of birth is read on the clinic's calendar, which the verb knows.
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields }) => {
    const typed = await callerTyped(actor, fields);
    if (!typed.ok) return { errors: typed.errors };
    const reason = await whyNotByPhone(actor, typed.caller);
    if (reason) return { errors: [{ field: FIELD_OF[reason], reason }] };
    // Kept as typed: it is read again by the page that shows it.
    return { errors: [], to: `${START}/preview` };
  },
});
