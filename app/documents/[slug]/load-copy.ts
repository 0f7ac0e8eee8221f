// Loads the signed-in client's own copy of a document; without one there is nothing to see.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireClient } from '@/lib/accounts/require';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { ownCopy } from '@/lib/documents/signed-copy';

/** Once a request, for the title and the page. */
export const loadCopy = cache(async (slug: string) => {
  const { actor } = await requireClient();
  if (!isDocumentSlug(slug)) notFound();
  return (await ownCopy(actor, slug)) ?? notFound();
});
