// A letter is checked and kept as typed, and shown as its reader will see it; nothing has happened yet.
import { formRoute } from '@/lib/accounts/form-route';
import { referralPlacesNow } from '@/lib/clinic/save-referral-places';
import { letterTyped } from '@/lib/review/letter-typed';
import { declineForm, declinePage } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => declineForm(reference),
  page: ({ reference }) => declinePage(reference),
  // The practice's list, by which the ticked places are read, the route asks for itself.
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference }, fields }) => {
    const typed = letterTyped(fields, (await referralPlacesNow(actor)).places);
    if (!typed.ok) return { errors: typed.errors };
    return { errors: [], to: `${declinePage(reference)}/preview` };
  },
});
