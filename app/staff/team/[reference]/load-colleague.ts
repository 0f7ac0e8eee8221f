// Loads a colleague for whoever may change them, once a request, with what was typed and not taken.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireFreshStaff } from '@/lib/accounts/require';
import { ROLES, readColleague } from '@/lib/review/team';
import { leavesWith } from '@/lib/review/what-they-leave';
import { colleagueForm } from '../addresses';

export const loadColleague = cache(async (reference: string) => {
  const { actor, staff } = await requireFreshStaff('admin');
  const colleague = (await readColleague(actor, reference)) ?? notFound();
  const draft = await formDraft(actor, colleagueForm(colleague.reference));
  const typed = ROLES.filter((role) => (draft?.values.roles ?? colleague.roles).includes(role));
  return {
    ...{ staff, colleague, draft, self: colleague.id === actor.id },
    /** What the roles that were typed would leave behind. */
    byRoles: leavesWith(colleague.leaves, colleague.roles, typed),
  };
});

export type LoadedColleague = Awaited<ReturnType<typeof loadColleague>>;
