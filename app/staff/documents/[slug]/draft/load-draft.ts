// Loads a document to write, with what was typed and not taken: once a request, for the title and the page.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { draftToWrite } from '@/lib/documents/draft-to-write';
import { editedTextIn, fieldsOf } from '@/lib/documents/edited-text';
import { MAY_EDIT } from '@/lib/documents/may-edit';
import { draftForm } from '../../addresses';

export type LoadedDraft = Awaited<ReturnType<typeof loadDraft>>;

export const loadDraft = cache(async (slug: string) => {
  const { actor, staff } = await requireStaff(...MAY_EDIT);
  if (!isDocumentSlug(slug)) notFound();
  const writing = (await draftToWrite(actor, slug)) ?? notFound();
  const kept = await formDraft(actor, draftForm(slug));
  const one = (field: string) => kept?.values[field]?.[0] ?? '';
  const text = kept ? editedTextIn(slug, one) : writing.text;
  return {
    ...{ staff, slug, ...writing, text, errors: kept?.errors ?? [], typed: kept !== null },
    /** What stands in the form: typed words as they were typed. */
    fields: kept
      ? Object.fromEntries(Object.keys(kept.values).map((field) => [field, one(field)]))
      : fieldsOf(slug, text),
    saved: writing.text,
  };
});
