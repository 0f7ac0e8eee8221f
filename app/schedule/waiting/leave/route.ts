// Takes a client off the waiting list.
import { formRoute } from '@/lib/accounts/form-route';
import { leaveWaitlist } from '@/lib/scheduling/leave-waitlist';

export const POST = formRoute({
  who: 'client',
  form: () => 'schedule/waiting/leave',
  page: () => '/schedule/waiting',
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor }) => {
    await leaveWaitlist(actor);
    return { to: '/schedule/waiting?left=yes' };
  },
});
