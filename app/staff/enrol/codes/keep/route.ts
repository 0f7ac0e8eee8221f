// Takes a member of staff at their word that the recovery codes are kept.
import { formRoute } from '@/lib/accounts/form-route';
import { forgetShownCodes } from '@/lib/accounts/second-factor';

export const POST = formRoute<null>({
  who: { staff: [] },
  form: () => 'staff/enrol/codes',
  page: () => '/staff/enrol/codes',
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor }) => {
    await forgetShownCodes(actor);
    return { to: '/staff' };
  },
});
