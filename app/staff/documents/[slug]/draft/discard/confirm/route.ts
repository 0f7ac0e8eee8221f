// Throws the draft away that was looked at, and what was typed and not saved with it.
import { formRoute } from '@/lib/accounts/form-route';
import { discardDraft } from '@/lib/documents/discard-draft';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { MAY_EDIT } from '@/lib/documents/may-edit';
import { documentPage, draftForm, draftPage } from '../../../../addresses';

export const POST = formRoute<number>({
  who: { staff: [...MAY_EDIT] },
  form: ({ slug }) => draftForm(slug),
  page: ({ slug }) => draftPage(slug),
  parse: (fields) => ({ ok: true, input: fields.whole('revision') }),
  act: async ({ actor, params: { slug = '' } }, revision) => {
    if (!isDocumentSlug(slug)) return { to: documentPage(slug) };
    const done = await discardDraft(actor, { slug, revision });
    return {
      to: done.ok ? `${documentPage(slug)}?done=discarded` : `${draftPage(slug)}?problem=${done.reason}`,
    };
  },
});
