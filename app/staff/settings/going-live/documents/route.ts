// An admin publishes the default texts of every document that has none yet.
import { formRoute } from '@/lib/accounts/form-route';
import { publishDefaults } from '@/lib/documents/publish-defaults';
import { GOING_LIVE } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['admin'] },
  form: () => 'staff/settings/going-live/documents',
  page: () => GOING_LIVE,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor }) => {
    await publishDefaults(actor);
    return { to: `${GOING_LIVE}?done=published` };
  },
});
