// The client sends everything they gave.
import { formRoute } from '@/lib/accounts/form-route';
import { pathBefore } from '@/lib/onboarding/journey-facts';
import { sendSubmission } from '@/lib/review/send-submission';
import { LEAVES, UNSAVED } from '../../unsaved-words';

export const POST = formRoute<null>({
  who: 'client',
  form: () => 'forms/check',
  page: () => '/forms/check',
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields }) => {
    const first = await pathBefore(actor, '/forms/check/send');
    if (first) return { to: first };
    const sent = await sendSubmission(actor, fields.all(LEAVES));
    if (sent.ok) return { to: '/forms/sent' };
    if (sent.reason === 'words-unsaved') return { to: `/forms/check#${UNSAVED}` };
    return { to: sent.reason === 'not-ready' ? '/home?first=book' : '/home' };
  },
});
