// Who was started over the phone has come: from now on what is here is theirs, and no invitation to be withdrawn.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { phoneIntake } from '@/db/schema';
import { clock } from '@/lib/env/clock';

/**
 * To be called before the account is held: whoever withdraws the invitation holds the same row first, so that of the two
 * one is before the other and none waits for both.
 */
export async function noteArrival(tx: Tx, clientId: string) {
  await tx
    .update(phoneIntake)
    .set({ arrivedAt: clock.now() })
    .where(and(eq(phoneIntake.clientId, clientId), isNull(phoneIntake.arrivedAt)));
}
