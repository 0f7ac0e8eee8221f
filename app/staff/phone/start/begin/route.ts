// Somebody on the phone is started, and the invitation sent; what is refused is kept as typed.
import { formRoute } from '@/lib/accounts/form-route';
import { callerTyped } from '@/lib/review/caller-typed';
import { MAY_INVITE } from '@/lib/review/phone-intake';
import { startByPhone } from '@/lib/review/start-by-phone';
import { invitationPage, START_FORM, START_TYPED } from '../../addresses';
import { FIELD_OF } from '../errors';

export const POST = formRoute<null>({
  who: { staff: [...MAY_INVITE] },
  form: () => START_FORM,
  page: () => START_TYPED,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields }) => {
    const typed = await callerTyped(actor, fields);
    if (!typed.ok) return { errors: typed.errors };
    const started = await startByPhone(actor, typed.caller);
    if (!started.ok) return { errors: [{ field: FIELD_OF[started.reason], reason: started.reason }] };
    return { to: `${invitationPage(started.reference)}?done=${started.already ? 'already' : 'started'}` };
  },
});
