// An admin saves the fees; what is wrong, or was overtaken, is kept as typed.
import { formRoute } from '@/lib/accounts/form-route';
import { feesFrom } from '@/lib/clinic/fee-schedule';
import { feeScheduleNow, saveFeeSchedule } from '@/lib/clinic/save-fee-schedule';
import { FEES, FEES_FORM } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['admin'] },
  form: () => FEES_FORM,
  page: () => FEES,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields }) => {
    const { country } = await feeScheduleNow(actor);
    const typed = feesFrom(fields, country);
    if (!typed.ok) return { errors: typed.errors };
    const saved = await saveFeeSchedule(actor, { schedule: typed.schedule, stamp: fields.one('stamp') });
    if (saved.ok) return { to: `${FEES}?saved=yes` };
    return { errors: [{ field: 'save', reason: saved.reason }] };
  },
});
