// Who has read a file, loaded once a request; taking it out as a file is another line in the record than looking at it.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireFreshStaff } from '@/lib/accounts/require';
import { readReads } from '@/lib/review/reads-of';
import { KEEPS_RECORD } from '@/lib/review/record-list';

export const loadReads = cache(async (reference: string, given: 'page' | 'file') => {
  const { actor, staff } = await requireFreshStaff(...KEEPS_RECORD);
  const reads = (await readReads(actor, reference, given)) ?? notFound();
  return { reads, staff };
});
