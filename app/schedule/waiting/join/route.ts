// Puts a client on the waiting list, or takes down anew what they wait for.
import { formRoute } from '@/lib/accounts/form-route';
import { joinWaitlist } from '@/lib/scheduling/join-waitlist';
import { readWishes, type WaitlistWishes } from '@/lib/scheduling/waitlist-wishes';
import { WAITING_FORM } from '../waiting-errors';

export const POST = formRoute<WaitlistWishes>({
  who: 'client',
  form: () => WAITING_FORM,
  page: () => '/schedule/waiting',
  parse: readWishes,
  act: async ({ actor }, wishes) => {
    // The page of times says by itself what stands in the way.
    const joined = await joinWaitlist(actor, wishes);
    return { to: joined.ok ? '/schedule/waiting' : '/schedule' };
  },
});
