// Loads where a client stands on the waiting list, and what they chose before it could be taken.
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireClient } from '@/lib/accounts/require';
import { waitingChoices } from '@/lib/scheduling/waiting-choices';
import { WAITING_FORM } from './waiting-errors';

/** Once a request, for the title and the page. Where there is nothing to wait for, the page of times says why. */
export const loadWaiting = cache(async (zone: string | undefined) => {
  const { actor } = await requireClient();
  const choices = await waitingChoices(actor, zone);
  if (!choices.ok) redirect(choices.reason === 'has-appointment' ? '/schedule/booked' : '/schedule');
  return { actor, choices, draft: await formDraft(actor, WAITING_FORM) };
});
