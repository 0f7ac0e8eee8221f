// A client for whom there is no time to choose asks to be given one.
import { formRoute } from '@/lib/accounts/form-route';
import { askForTime } from '@/lib/scheduling/time-request';

export const POST = formRoute({
  who: 'client',
  form: () => 'schedule/ask',
  page: () => '/schedule',
  parse: () => ({ ok: true, input: null }),
  // The page of times says by itself what stands in the way, or that there are times now.
  act: async ({ actor }) => ({ to: (await askForTime(actor)).ok ? '/home?asked=yes' : '/schedule' }),
});
