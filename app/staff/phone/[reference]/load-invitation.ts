// Loads an invitation once a request: looking at it is one line in the client's record.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireStaff } from '@/lib/accounts/require';
import { MAY_INVITE } from '@/lib/review/phone-intake';
import { readInvitation } from '@/lib/review/phone-intakes';

export const loadInvitation = cache(async (reference: string) => {
  const { actor, staff } = await requireStaff(...MAY_INVITE);
  return { invitation: (await readInvitation(actor, reference)) ?? notFound(), staff };
});
