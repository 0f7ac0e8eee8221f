// Loads a client's copy for a member of staff, once a request: looking at it is one line in the record.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireStaff } from '@/lib/accounts/require';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { copyForStaff } from '@/lib/review/copy-for-staff';

/** `wanted`: the number of an earlier record, as the address has it. */
export const loadCopy = cache(async (reference: string, slug: string, wanted?: string) => {
  const { actor, staff } = await requireStaff();
  if (!isDocumentSlug(slug)) notFound();
  if (wanted !== undefined && !/^[1-9]\d{0,5}$/.test(wanted)) notFound();
  const number = wanted === undefined ? undefined : Number(wanted);
  return { copy: (await copyForStaff(actor, reference, slug, number)) ?? notFound(), staff };
});
