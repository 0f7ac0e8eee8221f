// Publishes the draft that was looked at, with the code that was typed.
import { formRoute } from '@/lib/accounts/form-route';
import { signInPathFor } from '@/lib/accounts/require';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { MAY_EDIT } from '@/lib/documents/may-edit';
import { CHANGE_CLASSES, type Publishing, publishDocument } from '@/lib/documents/publish-document';
import { documentPage, publishForm, publishPage } from '../../../addresses';

export const POST = formRoute<Publishing>({
  who: { staff: [...MAY_EDIT] },
  form: ({ slug }) => publishForm(slug),
  page: ({ slug }) => publishPage(slug),
  unkept: ['code'],
  parse: (fields, { slug = '' }) => {
    const changeClass = CHANGE_CLASSES.find((each) => each === fields.one('class'));
    const code = fields.one('code').trim().slice(0, 40);
    const revision = fields.whole('revision');
    if (isDocumentSlug(slug) && changeClass && code)
      return { ok: true, input: { slug, draft: fields.id('draft'), revision, changeClass, code } };
    return {
      ok: false,
      errors: [
        ...(changeClass ? [] : [{ field: 'class', reason: 'empty' }]),
        ...(code ? [] : [{ field: 'code', reason: 'empty' }]),
      ],
    };
  },
  act: async ({ actor, params: { slug } }, publishing) => {
    const done = await publishDocument(actor, publishing);
    if (done.ok) return { to: `${documentPage(slug)}?done=published` };
    if (done.reason === 'wrong' || done.reason === 'shut-here')
      return { errors: [{ field: 'code', reason: done.reason }] };
    if (done.reason === 'ended') return { errors: [], to: signInPathFor(publishPage(slug), 'tried') };
    // Without a draft there is no page of it to go back to.
    const to = done.reason === 'gone' ? documentPage(slug) : publishPage(slug);
    return { to: `${to}?problem=${done.reason}` };
  },
});
