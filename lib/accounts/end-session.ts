// Leaves: the session this browser holds is ended in the database, and its cookies are taken away.
import { cookies } from 'next/headers';
import {
  browserCookieName,
  cookieRules,
  draftCookieName,
  LEFT_BY_EXIT,
  notesCookieName,
  sessionCookieName,
} from './cookies';
import { endSessionOf } from './session';

/** Seconds in which Back after Exit may be tried by somebody else. */
const HASTE_SECONDS = 10 * 60;

/** Ends the browser's session, if there is one. To be called from a route handler. Never throws: whoever leaves must get away. */
export async function endSession(why: 'signed-out' | 'exit' = 'signed-out') {
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  for (const name of [sessionCookieName(), browserCookieName(), draftCookieName(), notesCookieName()]) {
    jar.set(name, '', { ...cookieRules(), maxAge: 0 });
  }
  if (token && why === 'exit')
    jar.set(sessionCookieName(), LEFT_BY_EXIT, { ...cookieRules(), maxAge: HASTE_SECONDS });
  try {
    await endSessionOf(token, why);
  } catch (error) {
    console.error(
      'sign-out: the session could not be ended:',
      error instanceof Error ? error.message : error,
    );
  }
}
