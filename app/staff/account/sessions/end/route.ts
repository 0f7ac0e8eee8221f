// Ends one of one's own sessions, or all but this one.
import { formRoute } from '@/lib/accounts/form-route';
import { endOwnSessions } from '@/lib/accounts/own-sessions';

export const POST = formRoute<string>({
  who: { staff: [] },
  form: () => 'staff/account',
  page: () => '/staff/account',
  parse: (fields) => ({
    ok: true,
    input: fields.one('session') === 'other' ? 'other' : fields.id('session'),
  }),
  act: async ({ actor, session }, which) => {
    if (which !== '') await endOwnSessions({ actor, session }, which);
    return { to: '/staff/account?done=ended' };
  },
});
