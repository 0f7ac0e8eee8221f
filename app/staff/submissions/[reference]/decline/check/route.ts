// A letter is begun, or checked and kept as typed and shown as its reader will see it; nothing has happened yet.
import { getTranslations } from 'next-intl/server';
import type { Fields } from '@/lib/accounts/fields';
import { formRoute } from '@/lib/accounts/form-route';
import type { Outcome } from '@/lib/accounts/form-spec';
import { referralPlacesNow } from '@/lib/clinic/save-referral-places';
import { letterTyped } from '@/lib/review/letter-typed';
import {
  BEGIN,
  declineForm,
  declinePage,
  IS_WRITTEN,
  letterBoxes,
  REPLACE,
  STARTS,
  startNamed,
} from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => declineForm(reference),
  page: ({ reference }) => declinePage(reference),
  boxes: letterBoxes,
  unkept: [BEGIN, REPLACE],
  // The practice's list, by which the ticked places are read, the route asks for itself.
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference }, fields }) => {
    const begun = await beginning(fields, declinePage(reference));
    if (begun) return begun;
    const typed = letterTyped(fields, (await referralPlacesNow(actor)).places);
    if (!typed.ok) return { errors: typed.errors };
    return { errors: [], to: `${declinePage(reference)}/preview` };
  },
});

/** A letter nobody wrote in yet begins as was asked; one that somebody did only once they have said so. Null when neither was asked. */
async function beginning(fields: Fields, page: string): Promise<Outcome | null> {
  const [begin, replace] = [startNamed(fields.one(BEGIN)), startNamed(fields.one(REPLACE))];
  const start = replace ?? begin;
  if (!start) return null;
  const t = await getTranslations('endings.decline.letters');
  const letter = fields.one('letter').trim();
  const to = `${page}#${BEGIN}`;
  if (!replace && letter !== '' && !STARTS.some((each) => t(each) === letter))
    return { errors: [{ field: BEGIN, reason: IS_WRITTEN, values: { start } }], to };
  return { errors: [], instead: { letter: [t(start)] }, to };
}
