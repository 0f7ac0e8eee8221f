// Drops what was typed and not saved; the draft stays as it was saved last.
import { formRoute } from '@/lib/accounts/form-route';
import { MAY_EDIT } from '@/lib/documents/may-edit';
import { draftForm, draftPage } from '../../../addresses';

export const POST = formRoute<null>({
  who: { staff: [...MAY_EDIT] },
  form: ({ slug }) => draftForm(slug),
  page: ({ slug }) => draftPage(slug),
  parse: () => ({ ok: true, input: null }),
  // Whatever is done drops the form's words.
  act: async ({ params: { slug } }) => ({ to: draftPage(slug) }),
});
