// A clinician sends the letter and declines; what stands in the way is said on the page that showed it, and the letter is kept.
import { formRoute } from '@/lib/accounts/form-route';
import { referralPlacesNow } from '@/lib/clinic/save-referral-places';
import { declineSubmission } from '@/lib/review/decline-submission';
import { letterTyped } from '@/lib/review/letter-typed';
import { doneOn, problemOn } from '../../addresses';
import { declineForm, declinePage, letterBoxes } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => declineForm(reference),
  page: ({ reference }) => declinePage(reference),
  // A letter that was changed in another tab since this one was shown is no part of what is sent, and stays.
  boxes: letterBoxes,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' }, fields }) => {
    const typed = letterTyped(fields, (await referralPlacesNow(actor)).places);
    if (!typed.ok) return { errors: typed.errors };
    const { letter, reason } = typed;
    const done = await declineSubmission(actor, { reference, letter, reason, shown: fields.one('shown') });
    if (done.ok) return { to: doneOn(reference, 'decline') };
    if (done.reason === 'appointment-changed')
      return { errors: [], to: `${declinePage(reference)}/preview?problem=appointment-changed` };
    if (done.reason === 'red-not-seen') return { errors: [], to: declinePage(reference) };
    return { errors: [], to: problemOn(reference, done.reason) };
  },
});
