// Loads a recovery once a request: looking at it is one line in the client's record.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireStaff } from '@/lib/accounts/require';
import { MAY_SEE } from '@/lib/review/recovery';
import { readRecovery } from '@/lib/review/recovery-file';

export const loadRecovery = cache(async (reference: string) => {
  const { actor, staff } = await requireStaff(...MAY_SEE);
  return { recovery: (await readRecovery(actor, reference)) ?? notFound(), staff };
});
