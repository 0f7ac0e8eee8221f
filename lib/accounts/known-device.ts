// A device on which a member of staff has given the second step keeps a mark of it: wrong codes typed elsewhere don't shut it out.
import type { cookies } from 'next/headers';
import { clock } from '@/lib/env/clock';
import { peppered } from '@/lib/vault/indexes';
import { cookieRules, deviceCookieName } from './cookies';
import { sameSecret } from './sign-in-secrets';

/** Days a mark is good for after the second step was last given there. */
const KNOWN_DAYS = 60;
/** Colleagues who share a computer: the last few who gave theirs there. */
const MOST_MARKS = 4;

/** Whose app, and since when: with another app a mark is worth nothing. */
type Enrolled = { staffId: string; enrolledAt: Date };
type Jar = Awaited<ReturnType<typeof cookies>>;

const markOf = ({ staffId, enrolledAt }: Enrolled, at: number) =>
  `${at}.${peppered('known-device', staffId, `${enrolledAt.getTime()}\n${at}`)}`;

const isOurs = (mark: string, enrolled: Enrolled): boolean => {
  const at = Number(mark.split('.', 1)[0]);
  const age = clock.now().getTime() - at;
  return age >= 0 && age < KNOWN_DAYS * 86_400_000 && sameSecret(mark, markOf(enrolled, at));
};

/** Whether one of the marks in the cookie is theirs. It lets nobody in: it only says whose tries are counted apart. */
export const isKnownDevice = (held: string, enrolled: Enrolled): boolean =>
  held
    .split('~')
    .slice(0, MOST_MARKS)
    .some((mark) => isOurs(mark, enrolled));

/** What the cookie holds from now on: theirs anew, and those of colleagues. */
export function withMark(held: string, enrolled: Enrolled): string {
  const others = held.split('~').filter((mark) => mark && !isOurs(mark, enrolled));
  return [markOf(enrolled, clock.now().getTime()), ...others].slice(0, MOST_MARKS).join('~');
}

export const heldMarks = (jar: Jar): string => jar.get(deviceCookieName())?.value ?? '';

/** To be called from a route handler. Kept when the browser closes: it names nobody, and nobody but staff gets one. */
export const keepMarks = (jar: Jar, marks: string) =>
  jar.set(deviceCookieName(), marks, { ...cookieRules(), maxAge: KNOWN_DAYS * 86_400 });
