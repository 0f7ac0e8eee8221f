// Loads the signed-in client's own copy of a document; without one there is nothing to see.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireClient } from '@/lib/accounts/require';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { ownCopy } from '@/lib/documents/signed-copy';
import { ownZone } from '@/lib/scheduling/zone-of-client';

/** Once a request, for the title and the page. `wanted`: the number of an earlier record, as the address has it. Times are on their own clock. */
export const loadCopy = cache(async (slug: string, wanted?: string) => {
  const { actor } = await requireClient();
  if (!isDocumentSlug(slug)) notFound();
  if (wanted !== undefined && !/^[1-9]\d{0,5}$/.test(wanted)) notFound();
  const copy = (await ownCopy(actor, slug, wanted === undefined ? undefined : Number(wanted))) ?? notFound();
  return { ...copy, clinic: { ...copy.clinic, zone: await ownZone(actor, copy.clinic.zone) } };
});

/** The addresses of the copies of a document; the newest has its own without a number. */
export const copyPaths =
  (slug: string, { total }: { total: number }) =>
  (number: number, file: 'copy' | 'copy.pdf' = 'copy') =>
    `/documents/${slug}/${file}${number === total ? '' : `?number=${number}`}`;
