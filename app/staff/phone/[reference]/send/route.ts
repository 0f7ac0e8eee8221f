// The invitation is sent once more.
import { formRoute } from '@/lib/accounts/form-route';
import { inviteAgain } from '@/lib/review/invite-again';
import { MAY_INVITE } from '@/lib/review/phone-intake';
import { invitationPage } from '../../addresses';

export const POST = formRoute<null>({
  who: { staff: [...MAY_INVITE] },
  form: ({ reference }) => `${invitationPage(reference)}/send`,
  page: ({ reference }) => invitationPage(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const sent = await inviteAgain(actor, reference);
    return { to: `${invitationPage(reference)}?${sent.ok ? 'done=sent' : `problem=${sent.reason}`}` };
  },
});
