// Whoever has shown all that is asked gets their session; what this browser brought along is over.
import { cookies } from 'next/headers';
import { type Beginning, beginSession } from '@/lib/accounts/begin-session';
import { browserCookieName, cookieRules, sessionCookieName } from '@/lib/accounts/cookies';
import { endSessionOf } from '@/lib/accounts/session';
import { takeCookie } from '@/lib/accounts/take-cookie';
import { landingFrom } from './landing';
import { takeOverNotes } from './take-over-notes';

/** Spends the ticket. Returns where to go: `next`, or where whoever signed in begins, or where a colleague who left is told so; null when the ticket was spent or run out, or the
 * address opens the account no more. */
export async function letIn(beginning: Beginning, next: string): Promise<string | null> {
  const jar = await cookies();
  const begun = await beginSession(beginning);
  if (!begun.ok) return begun.reason === 'access-ended' ? '/sign-in/access-ended' : null;
  // A session this browser brought along is over: nobody's old cookie becomes somebody's new one.
  await endSessionOf(jar.get(sessionCookieName())?.value, 'replaced');
  takeCookie(jar, begun.cookie);
  jar.set(browserCookieName(), '', { ...cookieRules(), maxAge: 0 });
  await takeOverNotes();
  return landingFrom(next || (begun.kind === 'staff' ? '/staff' : '/home'));
}
