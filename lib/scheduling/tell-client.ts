// A client is told of each change to their appointment, once: the notice is made in the transaction that made the change.
import type { Tx } from '@/db/client';
import { notice } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';

export type AppointmentNotice =
  | `appointment-${'booked' | 'moved' | 'cancelled' | 'offered'}`
  | 'offer-taken-back';

/** `appointmentId`: of a time that is kept for them, the offer's. `startAfter`: not before that instant. */
export async function tellClient(
  tx: Tx,
  kind: AppointmentNotice,
  about: { clientId: string; appointmentId: string; startAfter?: Date },
) {
  const noticeId = newId();
  const { startAfter } = about;
  await Promise.all([
    tx.insert(notice).values({
      id: noticeId,
      kind,
      accountId: about.clientId,
      aboutId: about.appointmentId,
      createdAt: clock.now(),
    }),
    enqueue(tx, { name: 'notice.send', data: { noticeId }, ...(startAfter && { startAfter }) }),
  ]);
}
