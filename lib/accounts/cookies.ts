// The cookies of this house: HttpOnly, this site's alone, gone when the browser closes; but for one, which only staff get.
import { settings } from '@/lib/env/settings';

const name = (plain: string) => (settings.https ? `__Host-${plain}` : plain);

/** Who is signed in. */
export const sessionCookieName = () => name('foyer');
/** What that cookie holds for some minutes after Exit, in place of who was signed in. */
export const LEFT_BY_EXIT = 'left';
/** The browser that asked for a code; once it was right, and something more is asked, what it was given for it. */
export const browserCookieName = () => name('foyer-asked');
/** What somebody typed who is not signed in. */
export const draftCookieName = () => name('foyer-kept');

/** That a member of staff has given their second step on this device: it stays, and opens nothing. */
export const deviceCookieName = () => name('foyer-device');

/** What a visitor asked to have kept is opened by this one, and by nothing else. */
export const notesCookieName = () => name('foyer-notes');

export const cookieRules = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: settings.https }) as const;
