// A session lives twelve hours at most, and ends when nobody has used it for a while.
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { type Actor, as, type Role, type Tx } from '@/db/client';
import { session } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import type { SessionLeft } from './session-left';
import { IDLE_MINUTES, LAST_WORDS_HOURS } from './session-limits';
import { hashOfSecret, newSecret } from './sign-in-secrets';

export type Session = {
  id: string;
  accountId: string;
  /** Of the token it was opened with: it changes whenever the session is renewed. */
  tokenHash: string;
  kind: 'client' | 'staff';
  signedInAt: Date;
  signedInBy: 'code' | 'link';
  /**
   * When the second factor (staff), or the second key (a client), was last given in this session; where a client's first
   * one was set in it and never asked for, when it was set.
   */
  secondFactorAt: Date | null;
  /** A client's second key: they have `none`; it is `wanted`, and nothing opens before; or it was `given`. */
  secondKey: 'none' | 'wanted' | 'given';
  /** Which key was given. Null where none was: setting one is not giving it. */
  secondKeyBy: 'pin' | 'passkey' | null;
  /** Their name, and what they are here: nothing before their second factor was given in this session. Null for a client. */
  staff: { name: string; roles: readonly Role[] } | null;
  /** The instant it idles out unless it is used. */
  idleAt: Date;
  /** The instant it ends, used or not. */
  endsAt: Date;
  /** False once it has idled out or come to its end: it may then save the draft of the page it had open, and nothing else. */
  live: boolean;
};

/**
 * The session a token opens, live or run out; null when there is none, or somebody ended it. Asking for it uses it,
 * unless `use` is false: then it idles out as if nobody had asked.
 */
export async function sessionOf(token: string | undefined, { use = true } = {}): Promise<Session | null> {
  if (!token) return null;
  const tokenHash = hashOfSecret(token);
  return as({ kind: 'bearer', secret: tokenHash }, async (tx) => {
    const [found] = await tx.select(presented).from(sql`foyer.session_presented()`);
    const now = clock.now();
    if (!found || found.expiresAt.getTime() + LAST_WORDS_HOURS * 3_600_000 <= now.getTime()) return null;
    const idleMs = IDLE_MINUTES[found.kind] * 60_000;
    const unusedMs = now.getTime() - found.lastSeenAt.getTime();
    const live = unusedMs < idleMs && found.expiresAt > now;
    // Once in half a minute is exact enough, and spares a write a request.
    const seen = use && live && unusedMs > 30_000;
    if (seen) await tx.update(session).set({ lastSeenAt: now }).where(eq(session.id, found.id));
    const { id, accountId, kind, signedInBy, secondFactorAt, secondKeyBy, hasSecondKey } = found;
    return {
      ...{ id, accountId, tokenHash, kind, signedInBy, secondFactorAt, secondKeyBy },
      signedInAt: found.createdAt,
      secondKey: !hasSecondKey ? 'none' : secondFactorAt ? 'given' : 'wanted',
      staff: kind === 'staff' ? { name: found.name ?? '', roles: found.roles ?? [] } : null,
      idleAt: new Date((seen ? now : found.lastSeenAt).getTime() + idleMs),
      endsAt: found.expiresAt,
      live,
    };
  });
}

/** What the database tells of the session whose token is presented: one row, or none. */
const presented = {
  id: sql<string>`id`,
  accountId: sql<string>`account_id`,
  kind: sql<'client' | 'staff'>`kind`,
  createdAt: sql`created_at`.mapWith(session.createdAt),
  signedInBy: sql<'code' | 'link'>`signed_in_by`,
  secondFactorAt: sql<Date | null>`second_factor_at`.mapWith(session.secondFactorAt),
  secondKeyBy: sql<'pin' | 'passkey' | null>`second_key_by`,
  lastSeenAt: sql`last_seen_at`.mapWith(session.lastSeenAt),
  expiresAt: sql`expires_at`.mapWith(session.expiresAt),
  hasSecondKey: sql<boolean>`has_second_key`,
  name: sql<string | null>`name`,
  roles: sql<Role[] | null>`roles`,
};

/** How long it still has; nothing when it is over. */
export function leftOf(of: Session | null): SessionLeft {
  if (!of?.live) return { idleIn: 0, endsIn: 0 };
  const now = clock.now().getTime();
  return { idleIn: of.idleAt.getTime() - now, endsIn: of.endsAt.getTime() - now };
}

/** The client a session is; null for staff, and while a second key is wanted. Nowhere else does a session become a client. */
export const clientOf = (of: Session): (Actor & { kind: 'client' }) | null =>
  of.kind === 'client' && of.secondKey !== 'wanted' ? { kind: 'client', id: of.accountId } : null;

/** Whoever holds a session, known by their e-mail alone. */
export const firstStepOf = (of: Session): Actor & { kind: 'first-step' } => ({
  kind: 'first-step',
  id: of.accountId,
});

/** The actor a session is. Staff who have not given their second factor are staff without roles. */
export function actorOf(of: Session): Actor {
  if (!of.staff) return clientOf(of) ?? firstStepOf(of);
  return { kind: 'staff', id: of.accountId, roles: of.staff.roles, session: of.id };
}

/** Ends the session a token opens; there being none is no error. `why` is for the record. */
export async function endSessionOf(token: string | undefined, why: 'signed-out' | 'exit' | 'replaced') {
  if (!token) return;
  const tokenHash = hashOfSecret(token);
  await as({ kind: 'bearer', secret: tokenHash }, async (tx) => {
    const [ended] = await tx
      .update(session)
      .set({ endedAt: clock.now() })
      .where(and(eq(session.tokenHash, tokenHash), isNull(session.endedAt)))
      .returning({ accountId: session.accountId });
    if (ended) await record(tx, { event: 'session.ended', subject: ended.accountId, detail: { why } });
  });
}

/** The second key was given in this session: it goes on under a new token, which is returned for the cookie. */
export const keyGiven = (tx: Tx, sessionId: string, by: 'pin' | 'passkey'): Promise<string> =>
  renewToken(tx, sessionId, { secondFactorAt: clock.now(), secondKeyBy: by });

/**
 * What a session may do has grown, or how its owner gets in has changed: it gets a new token, so that a copy of the old
 * one, planted in this browser or taken from it, opens nothing. Returns the token for the cookie, which opens nothing either
 * where the session was ended meanwhile. `learned` = what the session knows from now on, if anything.
 */
export async function renewToken(
  tx: Tx,
  sessionId: string,
  learned: Partial<Pick<typeof session.$inferInsert, 'secondFactorAt' | 'secondKeyBy'>> = {},
): Promise<string> {
  const token = newSecret();
  await tx
    .update(session)
    .set({ tokenHash: hashOfSecret(token), ...learned })
    .where(and(eq(session.id, sessionId), isNull(session.endedAt)));
  return token;
}

/** Ends every other session of the account: whoever changes how they get in puts everybody else out. */
export async function endOtherSessions(tx: Tx, accountId: string, keptId: string) {
  await tx
    .update(session)
    .set({ endedAt: clock.now() })
    .where(and(eq(session.accountId, accountId), ne(session.id, keptId), isNull(session.endedAt)));
}
