// An address that a recovery waits for is promised: nobody else is given it meanwhile.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { addressChange } from '@/db/schema';

/** `index`: of the address. As far as the actor may know of recoveries; the change itself is refused by the account's index. */
export async function isPromised(tx: Tx, index: string): Promise<boolean> {
  const [promised] = await tx
    .select({ id: addressChange.id })
    .from(addressChange)
    .where(
      and(
        eq(addressChange.newEmailIndex, index),
        eq(addressChange.by, 'recovery'),
        isNull(addressChange.doneAt),
        isNull(addressChange.cancelledAt),
      ),
    );
  return promised !== undefined;
}
