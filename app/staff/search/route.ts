// Takes what staff search for. A name or an address never stands in a URL: it is kept, sealed, and the queue shows what fits.
import { formRoute } from '@/lib/accounts/form-route';

export const POST = formRoute<string>({
  who: { staff: [] },
  form: () => 'staff/search',
  page: () => '/staff',
  parse: (fields) => ({ ok: true, input: fields.one('words').trim().slice(0, 200) }),
  // Kept as a draft is, until the next search.
  act: async (_, words) => (words ? { errors: [], to: '/staff?found=yes' } : { to: '/staff' }),
});
