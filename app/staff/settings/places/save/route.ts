// The lead or an admin saves the list of places to go; what is wrong, or was overtaken, is kept as typed.
import { formRoute } from '@/lib/accounts/form-route';
import { MOST_PLACES } from '@/lib/clinic/referral-places';
import { MAY_KEEP_PLACES, saveReferralPlaces } from '@/lib/clinic/save-referral-places';
import { PLACES, PLACES_FORM } from '../addresses';
import { placesInOrder } from '../in-order';

export const POST = formRoute<null>({
  who: { staff: [...MAY_KEEP_PLACES] },
  form: () => PLACES_FORM,
  page: () => PLACES,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields }) => {
    const typed = placesInOrder(fields, MOST_PLACES);
    if (!typed.ok) return { errors: typed.errors };
    const saved = await saveReferralPlaces(actor, { places: typed.places, stamp: fields.one('stamp') });
    if (saved.ok) return { to: `${PLACES}?saved=yes` };
    return { errors: [{ field: 'save', reason: saved.reason }] };
  },
});
