// Loads whom a recovery would be for once a request, for the page's title and the page alike: looking is one line in the record.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { clientToRecover } from '@/lib/review/client-to-recover';
import { MAY_START } from '@/lib/review/recovery';
import { startForm } from '../../addresses';

export const loadClient = cache(async (reference: string) => {
  const { actor, staff } = await requireStaff(...MAY_START);
  const client = (await clientToRecover(actor, reference)) ?? notFound();
  return { client, staff, draft: await formDraft(actor, startForm(client.reference)) };
});
