// What a client's home says of their estimate: that it is there, or by when it comes. No figure stands on that page.
import type { Tx } from '@/db/client';
import type { Clinic } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { openTasks } from './client-for-estimate';
import { newestEstimate } from './newest-estimate';

/** `due`: the midnight that ends the day by which one that is owed comes; `late`: it is over. `offered`: whether there are any here. */
export async function costsAtHome(tx: Tx, clientId: string, { zone, country }: Clinic) {
  const newest = await newestEstimate(tx, clientId);
  const [open] = await openTasks(tx, clientId);
  return {
    ...{ newest, due: open?.dueAt ?? null, zone, offered: country === 'US' },
    late: open !== undefined && isLate(open),
  };
}

export const isLate = ({ dueAt }: { dueAt: Date }): boolean => dueAt < clock.now();
