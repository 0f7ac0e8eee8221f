// The cookies of this house: three, HttpOnly, this site's alone, gone when the browser closes.
import { settings } from '@/lib/env/settings';

const name = (plain: string) => (settings.https ? `__Host-${plain}` : plain);

/** Who is signed in. */
export const sessionCookieName = () => name('foyer');
/** The browser that asked for a code. */
export const browserCookieName = () => name('foyer-asked');
/** What somebody typed who is not signed in. */
export const draftCookieName = () => name('foyer-kept');

export const cookieRules = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: settings.https }) as const;
