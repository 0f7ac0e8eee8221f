// An admin saves which parts of the questionnaire are asked; a choice that was overtaken, or that has to be thought over, is kept as it was made.
import { formRoute } from '@/lib/accounts/form-route';
import { savePacks } from '@/lib/forms/save-packs';
import { FORMS, FORMS_CHECK, FORMS_FORM } from '../addresses';
import { offIn } from '../off-in';

export const POST = formRoute<null>({
  who: { staff: ['admin'] },
  form: () => FORMS_FORM,
  page: () => `${FORMS}?typed=yes`,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields }) => {
    const asked = { off: offIn(fields), stamp: fields.one('stamp'), confirmed: fields.one('confirmed') };
    const saved = await savePacks(actor, asked);
    if (saved.ok) return { to: `${FORMS}?saved=yes` };
    if (saved.reason === 'not-confirmed') {
      // The first press leads to what it means; one from there without the box is an error.
      const errors = fields.has('looked') ? [{ field: 'confirmed', reason: saved.reason }] : [];
      return { errors, to: FORMS_CHECK };
    }
    return { errors: [{ field: 'save', reason: saved.reason }] };
  },
});
