// What could let somebody in or out is done by staff who have just shown that it is they: a screen left open is not enough.
import { clock } from '@/lib/env/clock';
import type { Session } from './session';

/** Minutes after the second factor was given in which such things may be done. */
const FRESH_MINUTES = 5;

/** Whether the second factor was given in this session within the last five minutes. */
export const isFreshStaff = ({ secondFactorAt }: Pick<Session, 'secondFactorAt'>): boolean =>
  secondFactorAt !== null && clock.now().getTime() - secondFactorAt.getTime() < FRESH_MINUTES * 60_000;

/** Where staff give their second factor, to go on to `path` from there. */
export const secondFactorPathFor = (path: string): string =>
  `/staff/second-factor?${new URLSearchParams({ next: path })}`;
