// What every change of how a member of staff gets in begins and ends with: a session that is fresh and stands, and everybody else put out and told.
import { and, eq, isNull } from 'drizzle-orm';
import type { Actor, Tx } from '@/db/client';
import { notice, session as sessions } from '@/db/schema';
import type { AuditEventName } from '@/lib/audit/events';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { isFreshStaff } from './fresh-staff';
import { withinLimit } from './limits';
import { endOtherSessions, renewToken, type Session } from './session';

export type Staff = Actor & { kind: 'staff' };
export type Self = { actor: Staff; session: Session };

/** `changed-meanwhile`: this session was ended or renewed since it asked. */
export type StaffHeldBack = 'not-fresh' | 'changed-meanwhile' | 'too-many';

/** One at a time a session, five tries in a quarter of an hour, whatever comes of them. Null when it may go on. */
export async function holdBackStaff(tx: Tx, { actor, session }: Self): Promise<StaffHeldBack | null> {
  if (!isFreshStaff(session)) return 'not-fresh';
  const [standing] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, session.id),
        eq(sessions.accountId, actor.id),
        eq(sessions.tokenHash, session.tokenHash),
        isNull(sessions.endedAt),
      ),
    )
    .for('update');
  if (!standing) return 'changed-meanwhile';
  return (await withinLimit(tx, 'second-key.account', actor.id)) ? null : 'too-many';
}

/**
 * Everybody else who is signed in as this member of staff is put out, this session goes on under a new token (returned,
 * for the cookie), they are told by mail and the record says so.
 */
export async function afterStaffChange(
  tx: Tx,
  { actor, session }: Self,
  event: AuditEventName,
): Promise<string> {
  await endOtherSessions(tx, actor.id, session.id);
  const token = await renewToken(tx, session.id);
  await tellStaff(tx, 'staff-sign-in-changed', actor.id);
  await record(tx, { event, subject: actor.id });
  return token;
}

type StaffNotice = 'staff-sign-in-changed' | 'staff-sign-in-tried' | 'team-changed';

/** Queues a mail to a member of staff that says something about who gets in was changed or tried, and no more. */
export async function tellStaff(tx: Tx, kind: StaffNotice, accountId: string) {
  const noticeId = newId();
  await tx.insert(notice).values({ id: noticeId, kind, accountId, createdAt: clock.now() });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}
