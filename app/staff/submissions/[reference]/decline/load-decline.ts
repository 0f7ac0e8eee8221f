// Loads what declining somebody would do, and the letter that was begun, once a request.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { fileToDecide } from '@/lib/review/file-to-decide';
import { declineForm } from './addresses';

export const loadDecline = cache(async (reference: string) => {
  const { actor, staff } = await requireStaff('clinician', 'lead');
  const file = await fileToDecide(actor, reference, 'decline');
  if (!file) notFound();
  return { actor, staff, file, draft: await formDraft(actor, declineForm(file.reference)) };
});
