// The random secret in a visitor's own browser that opens what they asked to have kept.
import { cookies } from 'next/headers';
import { cookieRules, notesCookieName } from './cookies';

/** 256 bits as we write them. Anything else is no secret of ours. */
const SHAPE = /^[\w-]{43}$/;

/** The secret this browser holds, or null. */
export async function visitorSecret(): Promise<string | null> {
  const held = (await cookies()).get(notesCookieName())?.value ?? '';
  return SHAPE.test(held) ? held : null;
}

/** Gives it to the browser, until that closes. To be called from a route handler. */
export async function keepVisitorSecret(secret: string) {
  (await cookies()).set(notesCookieName(), secret, cookieRules());
}

/** Takes it away. To be called from a route handler. */
export async function dropVisitorSecret() {
  (await cookies()).set(notesCookieName(), '', { ...cookieRules(), maxAge: 0 });
}
