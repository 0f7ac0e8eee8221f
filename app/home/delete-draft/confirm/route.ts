// A client deletes the forms they began and never sent.
import { formRoute } from '@/lib/accounts/form-route';
import { isFresh } from '@/lib/accounts/second-key';
import { deleteDraft } from '@/lib/review/delete-draft';

export const POST = formRoute<null>({
  who: 'client',
  form: () => 'home/delete-draft',
  page: () => '/home/delete-draft',
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, session }) => {
    // The page says what comes first.
    if (session.secondKey !== 'none' && !isFresh(session)) return { to: '/home/delete-draft' };
    const done = await deleteDraft(actor);
    if (done.ok) return { to: done.keepsSign ? '/home?deleted=but-sign' : '/home?deleted=yes' };
    return {
      to: done.reason === 'has-appointment' || done.reason === 'waits' ? '/home/delete-draft' : '/home',
    };
  },
});
