// Who is this? Every page asks here first; whoever may not see it is sent to where they can be known, or sees nothing.

import { eq } from 'drizzle-orm';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { type Actor, as, type Role } from '@/db/client';
import { staffSecondFactor } from '@/db/schema';
import { LEFT_BY_EXIT, sessionCookieName } from './cookies';
import { countFlagsWaiting, noteFlagsWaiting } from './flags-waiting';
import { isFreshStaff, secondFactorPathFor } from './fresh-staff';
import { actorOf, clientOf, firstStepOf, leftOf, type Session, sessionOf } from './session';
import { noteSessionLeft, type SessionLeft } from './session-left';

export type SignedInClient = { actor: Actor & { kind: 'client' }; client: { id: string }; session: Session };
export type SignedInStaff = {
  actor: Actor & { kind: 'staff' };
  staff: { id: string; name: string; roles: readonly Role[] };
  session: Session;
};

/** The session of the request at hand, live or run out. */
export async function currentSession(): Promise<Session | null> {
  const session = await sessionOf(await tokenAtHand());
  if (session?.live) noteSessionLeft(leftOf(session), session.accountId);
  return session;
}

/** How long the session at hand still has. Looking doesn't use it: a page that watches the time makes none. */
export async function currentSessionLeft(): Promise<SessionLeft> {
  return leftOf(await sessionOf(await tokenAtHand(), { use: false }));
}

async function tokenAtHand(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token === LEFT_BY_EXIT ? undefined : token;
}

/** The signed-in client, or null: for pages that are there for everybody. Without their second key they are a visitor. */
export async function clientIfAny(): Promise<SignedInClient | null> {
  const session = await currentSession();
  return session?.live ? asClient(session) : null;
}

/**
 * The same for pages that must show whatever happens, such as urgent help: null as well while the database can't be
 * asked, or is slow to answer.
 */
export async function clientIfReachable(): Promise<SignedInClient | null> {
  const jar = await cookies();
  if (!jar.has(sessionCookieName())) return null;
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref());
  return Promise.race([clientIfAny().catch(() => null), late]);
}

const PATIENCE_MS = 1_000;

/**
 * The signed-in client. Otherwise the browser goes to sign in, or to the second key, and comes back here after.
 * Staff see nothing.
 */
export async function requireClient(): Promise<SignedInClient> {
  const session = await currentSession();
  if (!session?.live) redirect(await signInPath(session));
  if (session.kind !== 'client') notFound();
  return asClient(session) ?? redirect(secondKeyPathFor(await pathAskedFor()));
}

/** A client who has a second key, whether it was given in this session or is still wanted; `after` = where they go on. */
export async function requireSecondKeyHolder(
  after: string,
): Promise<{ actor: Actor & { kind: 'first-step' }; session: Session }> {
  const session = await currentSession();
  if (!session?.live) redirect(await signInToSee(after, session));
  if (session.kind !== 'client') notFound();
  if (session.secondKey === 'none') redirect(after);
  return { actor: firstStepOf(session), session };
}

/**
 * Signed-in staff with their second factor given, holding at least one of `roles` (none named: any role).
 * Otherwise: sign in, the second factor, or nothing to be seen.
 */
export async function requireStaff(...roles: Role[]): Promise<SignedInStaff> {
  const session = await currentSession();
  if (!session?.live) redirect(await signInPath(session));
  if (session.kind !== 'staff') notFound();
  if (!session.secondFactorAt) redirect(await secondFactorPath(session, await pathAskedFor()));
  return staffWith(session, roles) ?? notFound();
}

/**
 * The same, with the second factor given within the last five minutes: otherwise it is asked for once more, and leads
 * back here. For pages of exports, roles, keys and the record.
 */
export async function requireFreshStaff(...roles: Role[]): Promise<SignedInStaff> {
  const asked = await requireStaff(...roles);
  if (!isFreshStaff(asked.session)) redirect(secondFactorPathFor(await pathAskedFor()));
  return asked;
}

/** Staff between the e-mail and the second factor: no role yet, so no row of anybody's. */
export async function requireStaffBeforeSecondFactor(): Promise<{
  actor: Actor & { kind: 'staff' };
  session: Session;
}> {
  const session = await currentSession();
  if (!session?.live) redirect(await signInPath(session));
  if (session.kind !== 'staff') notFound();
  return { actor: { kind: 'staff', id: session.accountId, roles: [], session: session.id }, session };
}

function asClient(session: Session): SignedInClient | null {
  const actor = clientOf(session);
  return actor && { actor, client: { id: actor.id }, session };
}

/** The staff member of a session, or null when they hold none of `roles`. */
export function staffWith(session: Session, roles: readonly Role[]): SignedInStaff | null {
  const actor = actorOf(session);
  if (actor.kind !== 'staff' || actor.roles.length === 0) return null;
  if (roles.length > 0 && !roles.some((role) => actor.roles.includes(role))) return null;
  if (actor.roles.some((role) => role === 'clinician' || role === 'lead'))
    noteFlagsWaiting(() => as(actor, countFlagsWaiting));
  return { actor, staff: { id: actor.id, name: session.staff?.name ?? '', roles: actor.roles }, session };
}

/** Where staff give their second factor, to go on to `after`; or where they set one up. */
export async function secondFactorPath(session: Session, after = '/staff'): Promise<string> {
  const enrolled = await as({ kind: 'staff', id: session.accountId, roles: [] }, async (tx) => {
    const [row] = await tx
      .select()
      .from(staffSecondFactor)
      .where(eq(staffSecondFactor.staffId, session.accountId));
    return Boolean(row?.enrolledAt);
  });
  if (!enrolled) return '/staff/enrol';
  return after === '/staff' ? '/staff/second-factor' : secondFactorPathFor(after);
}

const pathAskedFor = async () => (await headers()).get('x-foyer-path') ?? '/home';

const signInPath = async (session: Session | null) => signInToSee(await pathAskedFor(), session);

/** Where whoever has no live session signs in to see `path`. */
export async function signInToSee(path: string, session: Session | null): Promise<string> {
  // Somebody left in haste: whoever presses Back here doesn't learn from the address where they were.
  if ((await cookies()).get(sessionCookieName())?.value === LEFT_BY_EXIT) return '/sign-in';
  return signInPathFor(path, session ? 'idle' : undefined);
}

/** The sign-in page that leads back to `path`; `why` = `idle` when a session has run out, `again` before a change of how one
 * gets in, `tried` after too many wrong codes of the second step. */
export function signInPathFor(path: string, why?: 'idle' | 'again' | 'tried'): string {
  return `/sign-in?${new URLSearchParams({ next: path, ...(why && { why }) })}`;
}

/** Where a client gives their second key, and from there goes on to `path`. */
export const secondKeyPathFor = (path: string): string =>
  `/sign-in/second-key?${new URLSearchParams({ next: path })}`;

/** Where a client shows once more that it is they, to come back to `path`: with their second key, or by signing in. */
export const showAgainPath = ({ secondKey }: Session, path: string): string =>
  secondKey === 'none' ? signInPathFor(path, 'again') : secondKeyPathFor(path);
