// A client is told of each change to their appointment, once: the notice is made in the transaction that made the change.
import type { Tx } from '@/db/client';
import { notice } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';

export type AppointmentNotice = 'appointment-booked' | 'appointment-moved' | 'appointment-cancelled';

export async function tellClient(
  tx: Tx,
  kind: AppointmentNotice,
  about: { clientId: string; appointmentId: string },
) {
  const noticeId = newId();
  await tx.insert(notice).values({
    id: noticeId,
    kind,
    accountId: about.clientId,
    aboutId: about.appointmentId,
    createdAt: clock.now(),
  });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}
