// Somebody has compared the draft with the version that was published meanwhile: it goes on from there.
import { formRoute } from '@/lib/accounts/form-route';
import { carryOnDraft } from '@/lib/documents/carry-on-draft';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { MAY_EDIT } from '@/lib/documents/may-edit';
import { draftPage } from '../../../addresses';

type Compared = { revision: number; version: number };

export const POST = formRoute<Compared>({
  who: { staff: [...MAY_EDIT] },
  form: ({ slug }) => `${draftPage(slug)}/carry-on`,
  page: ({ slug }) => draftPage(slug),
  parse: (fields) => ({
    ok: true,
    input: { revision: fields.whole('revision'), version: fields.whole('version') },
  }),
  act: async ({ actor, params: { slug = '' } }, compared) => {
    if (!isDocumentSlug(slug)) return { to: draftPage(slug) };
    const done = await carryOnDraft(actor, { slug, ...compared });
    return { to: done.ok ? draftPage(slug) : `${draftPage(slug)}?problem=${done.reason}` };
  },
});
