// The client sends everything they gave.
import { formRoute } from '@/lib/accounts/form-route';
import { stepBefore } from '@/lib/onboarding/journey-facts';
import { sendSubmission } from '@/lib/review/send-submission';

export const POST = formRoute<null>({
  who: 'client',
  form: () => 'forms/check',
  page: () => '/forms/check',
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor }) => {
    const first = await stepBefore(actor, '/forms/check');
    if (first) return { to: `/home?first=${first.id}` };
    const sent = await sendSubmission(actor);
    if (sent.ok) return { to: '/forms/sent' };
    return { to: sent.reason === 'not-ready' ? '/home?first=book' : '/home' };
  },
});
