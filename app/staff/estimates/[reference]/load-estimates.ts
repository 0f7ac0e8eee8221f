// Loads a client's estimates once a request, for the title and the page: looking is one line in the record.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { readEstimates } from '@/lib/estimates/estimate-file';
import { estimateForm } from '../addresses';

export const loadEstimates = cache(async (reference: string) => {
  const { actor, staff } = await requireStaff();
  const file = (await readEstimates(actor, reference)) ?? notFound();
  return { file, staff, draft: await formDraft(actor, estimateForm(file.reference)) };
});
