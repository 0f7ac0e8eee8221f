// A new version of the disclaimer asks again at the next sign-in. It is asked, not forced: the tasks are one press away.
import { type Actor, as } from '@/db/client';
import { signaturesOf } from '@/lib/documents/signatures';
import { asksAgain } from '@/lib/documents/standing';

/** The page that asks, or null when there is nothing to ask. */
export async function askedAtSignIn(actor: Actor & { kind: 'client' }): Promise<string | null> {
  const signatures = await as(actor, (tx) => signaturesOf(tx, actor.id));
  const asks = signatures.some(({ slug, standing }) => slug === 'information' && asksAgain(standing));
  return asks ? '/documents/information' : null;
}
