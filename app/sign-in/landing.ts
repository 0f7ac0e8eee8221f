// Where somebody lands who has just come in: a new text of the disclaimer asks once more before their tasks do.
import { clientIfAny } from '@/lib/accounts/require';
import { askedAtSignIn } from '@/lib/onboarding/asked-at-sign-in';

/** `next` = where they wanted to go. Whoever came for a page of their own, or has yet to give a second key, goes there. */
export async function landingFrom(next: string): Promise<string> {
  if (next !== '/home') return next;
  const client = await clientIfAny();
  return (client && (await askedAtSignIn(client.actor))) ?? next;
}
