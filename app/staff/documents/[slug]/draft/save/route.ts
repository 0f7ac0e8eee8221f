// Saves what was written of a document, or shows how it would read without saving it.
import { formRoute } from '@/lib/accounts/form-route';
import { type DocumentSlug, isDocumentSlug } from '@/lib/documents/document-text';
import { type EditedText, editedTextIn } from '@/lib/documents/edited-text';
import { MAY_EDIT } from '@/lib/documents/may-edit';
import { saveDraft } from '@/lib/documents/save-draft';
import { textFaults } from '@/lib/documents/text-faults';
import { draftForm, draftPage } from '../../../addresses';

type Written = { slug: DocumentSlug; base: number; revision: number; text: EditedText; preview: boolean };

export const POST = formRoute<Written>({
  who: { staff: [...MAY_EDIT] },
  form: ({ slug }) => draftForm(slug),
  page: ({ slug }) => draftPage(slug),
  parse: (fields, { slug = '' }) => {
    if (!isDocumentSlug(slug)) return { ok: false, errors: [] };
    const [base, revision] = [fields.whole('base'), fields.whole('revision')];
    const text = editedTextIn(slug, (field) => fields.one(field));
    return { ok: true, input: { slug, base, revision, text, preview: fields.one('intent') === 'preview' } };
  },
  act: async ({ actor }, { preview, ...written }) => {
    const { slug, text } = written;
    // Typed words are kept until they are saved or dropped.
    if (preview) {
      const errors = textFaults(slug, text);
      return { errors, to: `${draftPage(slug)}${errors.length > 0 ? '' : '#preview'}` };
    }
    const saved = await saveDraft(actor, written);
    if (saved.ok) return { to: `${draftPage(slug)}?saved=yes` };
    return { errors: saved.faults ?? [{ field: 'form', reason: saved.reason }] };
  },
});
