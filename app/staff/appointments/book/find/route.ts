// Takes whom staff look for to give a time to; the page shows who fits, with the time still chosen.
import { formRoute } from '@/lib/accounts/form-route';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { addressOfSlot } from '@/lib/scheduling/slot-address';
import { slotIn } from '../../times-address';
import { FIND_FORM } from '../find-form';

const PAGE = '/staff/appointments/book';

export const POST = formRoute<{ words: string; slot: string }>({
  who: { staff: [...MAY_SCHEDULE] },
  form: () => FIND_FORM,
  page: () => PAGE,
  parse: (fields) => {
    const slot = slotIn(fields);
    const words = fields.one('words').trim().slice(0, 200);
    return { ok: true, input: { words, slot: slot ? addressOfSlot(slot) : '' } };
  },
  // Kept as a draft is, until the next search.
  act: async (_, { words, slot }) =>
    words ? { errors: [], to: `${PAGE}?found=yes&${slot}` } : { to: `${PAGE}?${slot}` },
});
