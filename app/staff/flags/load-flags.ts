// Loads the flags of one page of the list once a request, for its title and its page alike: having looked is one line in the record.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { isReference } from '@/lib/env/ids';
import { readFlags } from '@/lib/review/flag-list';
import { flagForm } from '../flag-addresses';

/** `at`: the file whose form was refused; what was typed there is shown again. */
export const loadFlags = cache(async (show: string | undefined, after: string | undefined, at: string) => {
  const { actor, staff } = await requireStaff('clinician', 'lead');
  const list = (await readFlags(actor, { show, after })) ?? notFound();
  const kept = (act: 'close' | 'attempt') => (isReference(at) ? formDraft(actor, flagForm(at, act)) : null);
  return { list, staff, drafts: { close: await kept('close'), attempt: await kept('attempt') } };
});
