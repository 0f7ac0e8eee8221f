// A lead or an admin puts somebody on the rota; what is wrong is kept as typed.
import { formRoute } from '@/lib/accounts/form-route';
import { addShift, type ShiftRefusal } from '@/lib/clinic/change-rota';
import type { Shift } from '@/lib/clinic/rota-spans';
import { ROTA, ROTA_FORM } from '../addresses';
import { shiftFrom } from '../typed-shift';

const FIELD: Record<ShiftRefusal, string> = {
  'not-allowed': 'who',
  'not-a-clinician': 'who',
  'nobody-weekly': 'who',
  'in-the-past': 'on',
  'there-already': 'from',
};

export const POST = formRoute<Shift>({
  who: { staff: ['lead', 'admin'] },
  form: () => ROTA_FORM,
  page: () => `${ROTA}?typed=yes`,
  parse: shiftFrom,
  act: async ({ actor }, shift) => {
    const done = await addShift(actor, shift);
    if (done.ok) return { to: `${ROTA}?done=added` };
    return { errors: [{ field: FIELD[done.reason], reason: done.reason }] };
  },
});
