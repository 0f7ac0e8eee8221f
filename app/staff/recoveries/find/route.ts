// Takes whom front desk looks for. A name or an address never stands in a URL: it is kept, sealed, and the page shows who fits.
import { formRoute } from '@/lib/accounts/form-route';
import { MAY_START } from '@/lib/review/recovery';
import { RECOVERIES, SEARCH_FORM } from '../addresses';

export const POST = formRoute<string>({
  who: { staff: [...MAY_START] },
  form: () => SEARCH_FORM,
  page: () => RECOVERIES,
  parse: (fields) => ({ ok: true, input: fields.one('words').trim().slice(0, 200) }),
  // Kept as a draft is, until the next search.
  act: async (_, words) => (words ? { errors: [], to: `${RECOVERIES}?found=yes` } : { to: RECOVERIES }),
});
