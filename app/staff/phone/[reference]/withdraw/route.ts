// The invitation is withdrawn, and all there is of whom it was for is gone.
import { formRoute } from '@/lib/accounts/form-route';
import { MAY_INVITE } from '@/lib/review/phone-intake';
import { withdrawInvitation } from '@/lib/review/withdraw-invitation';
import { invitationPage, PHONE } from '../../addresses';

export const POST = formRoute<null>({
  who: { staff: [...MAY_INVITE] },
  form: ({ reference }) => `${invitationPage(reference)}/withdraw`,
  page: ({ reference }) => invitationPage(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const withdrawn = await withdrawInvitation(actor, reference);
    if (withdrawn.ok) return { to: `${PHONE}?done=withdrawn` };
    const page = withdrawn.reason === 'unknown' ? PHONE : invitationPage(reference);
    return { to: `${page}?problem=${withdrawn.reason}` };
  },
});
