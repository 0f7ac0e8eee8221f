// Loads what was typed about somebody on the phone once a request, for the page's title and the page alike.
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { MAY_INVITE } from '@/lib/review/phone-intake';
import { START_FORM } from '../addresses';

export const loadTyped = cache(async () => {
  const { actor, staff } = await requireStaff(...MAY_INVITE);
  return { actor, staff, draft: await formDraft(actor, START_FORM) };
});
