// What somebody kept in the guide before they signed in becomes their account's, once they are all the way in.
import { clientIfAny } from '@/lib/accounts/require';
import { dropVisitorSecret, visitorSecret } from '@/lib/accounts/visitor-secret';
import { adoptReflections } from '@/lib/guide/adopt-reflections';

/** Staff take nothing over, nor does who has yet to give a second key. Whoever signs in gets in: what can't be taken over just now stays in this browser for its day. */
export async function takeOverNotes() {
  const [client, secret] = [await clientIfAny(), await visitorSecret()];
  if (!client || !secret) return;
  try {
    await adoptReflections(client.actor, secret);
    await dropVisitorSecret();
  } catch (error) {
    console.error('sign-in: notes were not taken over:', error instanceof Error ? error.name : 'unknown');
  }
}
