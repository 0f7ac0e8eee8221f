// Who may give somebody their way in back, how many it takes, and where such a recovery stands.
import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import type { Role, Tx } from '@/db/client';
import { addressChange, task } from '@/db/schema';
import type { AddressChange } from '@/lib/accounts/address-change';
import { clock } from '@/lib/env/clock';
import type { Staff } from './submission-by-reference';

/** Who checks a client by the clinic's steps, and starts. The policies say the same. */
export const MAY_START = ['front-desk', 'lead', 'admin'] as const;
/** Who looks into what a client stopped, and may start anew soon after. */
export const MAY_SETTLE = ['lead', 'admin'] as const;
/** Every colleague may look at one, agree to it, or call it off. */
export const MAY_SEE = ['front-desk', 'clinician', 'lead', 'admin'] as const;

const holds = (actor: Staff, roles: readonly Role[]) => roles.some((role) => actor.roles.includes(role));
export const mayStart = (actor: Staff): boolean => holds(actor, MAY_START);
export const maySettle = (actor: Staff): boolean => holds(actor, MAY_SETTLE);
export const maySee = (actor: Staff): boolean => holds(actor, MAY_SEE);

/** Hours in which the client can object, before somebody who is alone in the clinic may go on alone. */
export const ALONE_HOURS = 24;

/** From when somebody who is alone may agree to what they started themselves. */
export const aloneFrom = ({ askedAt }: Pick<AddressChange, 'askedAt'>): Date =>
  new Date(askedAt.getTime() + ALONE_HOURS * 3_600_000);

/** Whether nobody else in the clinic can act: no other active account with a role and a second factor. */
export async function isAlone(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ active: number }>(sql`select foyer.active_staff() as active`);
  return (row?.active ?? 0) <= 1;
}

/**
 * `asked`: another member of staff has yet to agree. `waiting`: for the client. `stopped`: by the client, who had not
 * asked for it, and staff have yet to look into it. `failed`: the date of birth was wrong too often.
 */
export type RecoveryState =
  | 'asked'
  | 'waiting'
  | 'done'
  | 'cancelled'
  | 'stopped'
  | 'settled'
  | 'failed'
  | 'run-out';

export function recoveryState(change: AddressChange, unsettled: boolean): RecoveryState {
  if (change.doneAt) return 'done';
  if (change.cancelledBy === 'client') return unsettled ? 'stopped' : 'settled';
  if (change.cancelledBy === 'staff') return 'cancelled';
  if (change.cancelledBy === 'tries') return 'failed';
  if (change.cancelledAt || change.expiresAt <= clock.now()) return 'run-out';
  return change.agreedAt ? 'waiting' : 'asked';
}

/** Whether a task about it is open: to agree to it, or to look into it. */
export const isUnsettled = (tx: Tx) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(task)
      .where(and(eq(task.kind, 'recovery'), eq(task.aboutId, addressChange.id), isNull(task.doneAt))),
  );

/** What staff had to do about a recovery is done. Returns how many tasks that were. */
export async function closeTasks(tx: Tx, actor: Staff, changeId: string): Promise<number> {
  const closed = await tx
    .update(task)
    .set({ doneAt: clock.now(), doneBy: actor.id })
    .where(and(eq(task.kind, 'recovery'), eq(task.aboutId, changeId), isNull(task.doneAt)))
    .returning({ id: task.id });
  return closed.length;
}
