// Whose act a posted form is: somebody who may do it, somebody who must show first who they are, or nobody it is for.
import type { Actor } from '@/db/client';
import type { ForAnyone, FormRoute } from './form-spec';
import { secondFactorPath, secondKeyPathFor, signInPathFor, staffWith } from './require';
import { clientOf, firstStepOf, type Session } from './session';

/** The actor, a path to go to first, or null when this is not theirs. */
export async function actorFor<I>(
  { who }: Exclude<FormRoute<I>, ForAnyone<I>>,
  session: Session,
  page: string,
): Promise<(Actor & { id: string }) | string | null> {
  if (who === 'client' && session.kind === 'client') {
    // Who never gave the second key writes nothing, not even a draft.
    return clientOf(session) ?? (session.live ? secondKeyPathFor(page) : signInPathFor(page, 'idle'));
  }
  if (who === 'second-key-holder' && session.kind === 'client') {
    if (!session.live) return signInPathFor('/home', 'idle');
    return session.secondKey === 'none' ? '/home' : firstStepOf(session);
  }
  if (who === 'client' || who === 'second-key-holder') return null;
  if (session.kind !== 'staff') return null;
  // A sign-in by mail alone that has run out keeps nothing in a form that is for staff who gave both steps.
  if (who !== 'staff-before-second-factor' && !session.live && !session.secondFactorAt)
    return signInPathFor(page, 'idle');
  if (who === 'staff-before-second-factor' || !session.live)
    return { kind: 'staff', id: session.accountId, roles: [], session: session.id };
  if (!session.secondFactorAt) return secondFactorPath(session, page);
  return staffWith(session, who.staff)?.actor ?? null;
}
