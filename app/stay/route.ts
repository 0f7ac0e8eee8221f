// Stays signed in: one press uses the session, and leads back to the page it was pressed on.
import { formRoute } from '@/lib/accounts/form-route';
import { ownPath } from '@/lib/accounts/network';
import { currentSession, signInPathFor } from '@/lib/accounts/require';

export const POST = formRoute<{ back: string }>({
  who: 'anyone',
  form: () => 'stay',
  page: () => '/home',
  parse: (fields) => ({ ok: true, input: { back: ownPath(fields.one('back'), '/home') } }),
  act: async (_, { back }) => {
    const session = await currentSession();
    return { to: session?.live ? back : signInPathFor(back, session ? 'idle' : undefined) };
  },
});
