// What a client's home says of their estimate: that it is there, or by when it comes. No figure stands on that page.
import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { estimate } from '@/db/schema';
import type { Clinic } from '@/lib/clinic/clinic';
import { openTasks } from './client-for-estimate';

/** `due`: the midnight that ends the day by which one that is owed comes. `offered`: whether there are any here. */
export async function costsAtHome(tx: Tx, clientId: string, { zone, country }: Clinic) {
  const [newest] = await tx
    .select({ number: estimate.number, givenAt: estimate.givenAt })
    .from(estimate)
    .where(eq(estimate.clientId, clientId))
    .orderBy(desc(estimate.number))
    .limit(1);
  const [open] = await openTasks(tx, clientId);
  return { newest: newest ?? null, due: open?.dueAt ?? null, zone, offered: country === 'US' };
}
