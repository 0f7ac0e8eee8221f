// An admin saves the practice's settings; what is wrong, or was overtaken, is kept as typed.
import { formRoute } from '@/lib/accounts/form-route';
import { plainAddress } from '@/lib/accounts/plain-address';
import { practiceFrom } from '@/lib/clinic/practice-settings';
import { savePractice } from '@/lib/clinic/save-practice';
import { timeFrom } from '@/lib/scheduling/time-of-day';
import { isZone } from '@/lib/scheduling/zone-offsets';
import { PRACTICE, PRACTICE_FORM } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['admin'] },
  form: () => PRACTICE_FORM,
  page: () => PRACTICE,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields }) => {
    const typed = practiceFrom(fields, {
      ...{ time: timeFrom, isZone, isEmail: (text) => plainAddress.safeParse(text).success },
    });
    if (!typed.ok) return { errors: typed.errors };
    const saved = await savePractice(actor, { practice: typed.practice, stamp: fields.one('stamp') });
    if (saved.ok) return { to: `${PRACTICE}?saved=yes` };
    return { errors: [{ field: 'save', reason: saved.reason }] };
  },
});
