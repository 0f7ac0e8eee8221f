// Loads the flags of one page of the list once a request, for its title and its page alike: having looked is one line in the record.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { type FormDrafts, formDrafts } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { isReference } from '@/lib/env/ids';
import { readFlags } from '@/lib/review/flag-list';
import { FLAG_FORMS } from '../flag-addresses';

/** `at`: the file whose form was refused just now: what was wrong with it is said. */
export const loadFlags = cache(async (show: string | undefined, after: string | undefined, at: string) => {
  const { actor, staff } = await requireStaff('clinician', 'lead');
  const list = (await readFlags(actor, { show, after })) ?? notFound();
  const drafts: FormDrafts = new Map(
    [...(await formDrafts(actor, FLAG_FORMS))].map(([form, draft]) => [
      form,
      { ...draft, errors: isReference(at) && form.startsWith(`${FLAG_FORMS}${at}/`) ? draft.errors : [] },
    ]),
  );
  return { list, staff, drafts };
});
