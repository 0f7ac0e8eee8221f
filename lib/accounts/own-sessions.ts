// Where a member of staff is signed in: the sessions that still open something, the newest first; and any of them ended by its owner.
import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import { as } from '@/db/client';
import { session } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { openFor } from '@/lib/vault/keys';
import { deviceOf } from './device-words';
import { networkOf } from './network';
import { IDLE_MINUTES } from './session-limits';
import type { Self } from './staff-change';

export type OwnSession = {
  id: string;
  here: boolean;
  begunAt: Date;
  lastUsedAt: Date;
  browser: string | null;
  system: string | null;
  /** An address, or of IPv6 the first half; null where none was kept. */
  network: string | null;
};

/** Those that are over, whether ended, idled out or twelve hours old, are not in it. */
export async function ownSessions({ actor, session: here }: Self): Promise<OwnSession[]> {
  return as(actor, async (tx) => {
    const now = clock.now();
    const rows = await tx
      .select()
      .from(session)
      .where(
        and(
          eq(session.accountId, actor.id),
          isNull(session.endedAt),
          gt(session.expiresAt, now),
          gt(session.lastSeenAt, new Date(now.getTime() - IDLE_MINUTES.staff * 60_000)),
        ),
      )
      .orderBy(desc(session.createdAt), desc(session.id));
    const opened = (row: string, column: string, sealed: string | null) =>
      sealed === null ? '' : openFor(tx, actor.id, { table: 'session', column, row }, sealed);
    return Promise.all(
      rows.map(async ({ id, createdAt, lastSeenAt, ip, userAgent }) => ({
        ...{ id, here: id === here.id, begunAt: createdAt, lastUsedAt: lastSeenAt },
        ...deviceOf(await opened(id, 'user_agent', userAgent)),
        network: networkOf(await opened(id, 'ip', ip)) || null,
      })),
    );
  });
}

/**
 * Ends one of their own sessions by its id, or every `other` one; never the one that asks. Ended twice is ended once. Says
 * how many.
 */
export async function endOwnSessions({ actor, session: here }: Self, which: string | 'other') {
  return as(actor, async (tx) => {
    const ended = await tx
      .update(session)
      .set({ endedAt: clock.now() })
      .where(
        and(
          eq(session.accountId, actor.id),
          ne(session.id, here.id),
          isNull(session.endedAt),
          which === 'other' ? undefined : eq(session.id, which),
        ),
      )
      .returning({ id: session.id });
    if (ended.length > 0)
      await record(tx, {
        event: 'session.ended',
        subject: actor.id,
        detail: { why: 'revoked', sessions: ended.length },
      });
    return ended.length;
  });
}
