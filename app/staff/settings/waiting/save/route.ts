// An admin saves for how long a time is kept; what is wrong is kept as typed.
import { formRoute } from '@/lib/accounts/form-route';
import { saveOfferHours } from '@/lib/scheduling/save-offer-hours';
import { WAITING } from '../addresses';

export const POST = formRoute<string>({
  who: { staff: ['admin'] },
  form: () => WAITING,
  page: () => `${WAITING}?typed=yes`,
  parse: (fields) => ({ ok: true, input: fields.one('hours') }),
  act: async ({ actor }, typed) => {
    const saved = await saveOfferHours(actor, typed);
    return saved.ok ? { to: `${WAITING}?saved=yes` } : { errors: [{ field: 'hours', reason: saved.reason }] };
  },
});
