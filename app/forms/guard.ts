// Who may open a page of the forms: the client it belongs to, and only once what comes before it is done.
import { redirect } from 'next/navigation';
import { requireClient, type SignedInClient } from '@/lib/accounts/require';
import { pathBefore } from '@/lib/onboarding/journey-facts';

/** The signed-in client; otherwise the browser goes to sign in, or to what comes first. */
export async function requireFormsOpen(path: string): Promise<SignedInClient> {
  const client = await requireClient();
  const first = await pathBefore(client.actor, path);
  if (first) redirect(first);
  return client;
}
