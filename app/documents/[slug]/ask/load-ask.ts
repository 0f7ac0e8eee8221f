// Loads the document somebody asks about, and what they typed before it could be taken.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireClient } from '@/lib/accounts/require';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { documentToSign } from '@/lib/documents/document-to-sign';

/** Once a request, for the title and the page. */
export const loadAsk = cache(async (slug: string) => {
  const { actor } = await requireClient();
  if (!isDocumentSlug(slug)) notFound();
  const { parts, clinic } = (await documentToSign(actor, slug)) ?? notFound();
  return { slug, parts, clinic, draft: await formDraft(actor, `documents/${slug}/ask`) };
});
