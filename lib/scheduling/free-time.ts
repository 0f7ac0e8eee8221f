// A clinician's time is given back; whoever waits for one like it is thought of at once.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { clinicianTime } from '@/db/schema';
import { enqueue } from '@/lib/jobs/enqueue';

/** Once: what was given back before stays as it is. */
export async function freeTime(tx: Tx, timeId: string) {
  await tx
    .update(clinicianTime)
    .set({ active: false })
    .where(and(eq(clinicianTime.id, timeId), eq(clinicianTime.active, true)));
  await offerSoon(tx);
}

/** Has the waiting list gone through once this transaction is kept; at the earliest at `startAfter`. */
export const offerSoon = (tx: Tx, startAfter?: Date) =>
  enqueue(tx, { name: 'waitlist.offer', data: {}, ...(startAfter && { startAfter }) });
