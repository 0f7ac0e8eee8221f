// Who may give somebody their way in back, and where such a recovery stands.
import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { addressChange, task } from '@/db/schema';
import type { AddressChange } from '@/lib/accounts/address-change';
import { clock } from '@/lib/env/clock';
import type { Staff } from './submission-by-reference';

/** The policies say the same. */
export const MAY_RECOVER = ['front-desk', 'admin'] as const;

export const mayRecover = (actor: Staff): boolean => MAY_RECOVER.some((role) => actor.roles.includes(role));

/** `stopped`: by the client, who had not asked for it, and staff have yet to look into it. */
export type RecoveryState = 'waiting' | 'done' | 'cancelled' | 'stopped' | 'settled' | 'run-out';

export function recoveryState(change: AddressChange, unsettled: boolean): RecoveryState {
  if (change.doneAt) return 'done';
  if (change.cancelledBy === 'client') return unsettled ? 'stopped' : 'settled';
  if (change.cancelledBy === 'staff') return 'cancelled';
  return change.cancelledAt || change.expiresAt <= clock.now() ? 'run-out' : 'waiting';
}

/** Whether a task to look into it is open. */
export const isUnsettled = (tx: Tx) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(task)
      .where(and(eq(task.kind, 'recovery'), eq(task.aboutId, addressChange.id), isNull(task.doneAt))),
  );
