// Puts a session's cookie onto the answer at hand: the line that next-auth wrote, or the new token of a session that goes on.
import type { cookies } from 'next/headers';
import { cookieRules, sessionCookieName } from './cookies';

export function takeCookie(jar: Awaited<ReturnType<typeof cookies>>, line: string) {
  const [pair] = line.split(';');
  const at = pair?.indexOf('=') ?? -1;
  if (!pair || at < 1) throw new Error('next-auth gave no session cookie.');
  // Without an expiry it goes when the browser closes: this may be a shared device.
  jar.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)), cookieRules());
}

export function takeToken(jar: Awaited<ReturnType<typeof cookies>>, token: string) {
  jar.set(sessionCookieName(), token, cookieRules());
}
