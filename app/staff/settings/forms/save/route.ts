// An admin saves which parts of the questionnaire are asked; a choice that was overtaken is kept as it was made.
import { formRoute } from '@/lib/accounts/form-route';
import { PACKS } from '@/lib/clinic/packs';
import { savePacks } from '@/lib/clinic/save-packs';
import { boxOf, FORMS, FORMS_FORM } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['admin'] },
  form: () => FORMS_FORM,
  page: () => `${FORMS}?typed=yes`,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields }) => {
    const off = PACKS.filter((pack) => fields.one(boxOf(pack)) !== 'yes');
    const saved = await savePacks(actor, { off, stamp: fields.one('stamp') });
    if (saved.ok) return { to: `${FORMS}?saved=yes` };
    return { errors: [{ field: 'save', reason: saved.reason }] };
  },
});
