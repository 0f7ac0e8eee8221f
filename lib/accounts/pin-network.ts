// Where a client's own PIN was right before, or set: what somebody types elsewhere doesn't shut it there.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type clientPin, knownNetwork } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { countedIndex } from '@/lib/vault/indexes';
import { networkOf } from './network';

/** Whose PIN, and since when: of the one before, which somebody else may have known, nothing holds for another. */
type Pin = Pick<typeof clientPin.$inferSelect, 'clientId' | 'setAt'>;

// Apart from where a code of theirs was used (`mail-share.ts`): whoever reads their mail has that too.
const markOf = ({ clientId, setAt }: Pin, ip: string) =>
  countedIndex('pin-network', `${clientId}\n${setAt.getTime()}\n${networkOf(ip)}`);

/** Whether this PIN was right, or set, on this network within `KNOWN_NETWORK_DAYS`. As the client, or whoever is known by their e-mail. */
export async function isPinNetwork(tx: Tx, pin: Pin, ip: string): Promise<boolean> {
  const rows = await tx
    .select({ mark: knownNetwork.mark })
    .from(knownNetwork)
    .where(and(eq(knownNetwork.accountId, pin.clientId), eq(knownNetwork.mark, markOf(pin, ip))));
  return rows.length > 0;
}

/** After the PIN was right or set, in the same transaction: before that Postgres refuses it to who is known by e-mail alone. */
export async function rememberPinNetwork(tx: Tx, pin: Pin, ip: string) {
  const usedAt = clock.now();
  await tx
    .insert(knownNetwork)
    .values({ accountId: pin.clientId, mark: markOf(pin, ip), usedAt })
    .onConflictDoUpdate({ target: [knownNetwork.accountId, knownNetwork.mark], set: { usedAt } });
}
