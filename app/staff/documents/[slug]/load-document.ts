// Loads a document for staff once a request, for the title and the page.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireStaff } from '@/lib/accounts/require';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { documentFile } from '@/lib/documents/documents-for-staff';

export const loadDocument = cache(async (slug: string) => {
  const { actor, staff } = await requireStaff();
  if (!isDocumentSlug(slug)) notFound();
  const file = (await documentFile(actor, slug)) ?? notFound();
  const [current = notFound()] = file.versions;
  return { actor, staff, file, current };
});
