// The whole record is verified, now; what came of it stands on the record's page.
import { formRoute } from '@/lib/accounts/form-route';
import { KEEPS_RECORD } from '@/lib/review/record-list';
import { verifyNow } from '@/lib/review/verify-now';
import { RECORD } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: [...KEEPS_RECORD], fresh: true },
  form: () => 'staff/audit/verify',
  page: () => RECORD,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor }) => {
    await verifyNow(actor);
    return { to: `${RECORD}#whole` };
  },
});
