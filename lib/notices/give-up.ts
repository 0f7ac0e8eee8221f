// A mail that could not be sent in all its tries becomes something for staff to do, instead of being forgotten.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { notice } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { clock } from '@/lib/env/clock';
import { addTask } from '@/lib/tasks/add-task';
import { catalogue, isNoticeKind, type NoticeKind } from './catalogue';
import { settle } from './send-notice';

/** Staffed hours staff have for it. */
const HOURS = 4;

const CODES: readonly string[] = ['sign-in', 'address-code'] satisfies NoticeKind[];

/** Once. A code nobody waits for any more makes no task. */
export async function giveUp(noticeId: string) {
  await as({ kind: 'job', name: 'notice.send' }, async (tx) => {
    if (!(await settle(tx, noticeId, { state: 'gave-up' }))) return;
    const [row] = await tx.select().from(notice).where(eq(notice.id, noticeId));
    if (!row || CODES.includes(row.kind)) return;
    const ofClient = isNoticeKind(row.kind) && catalogue[row.kind].to !== 'staff' && row.accountId;
    const dueAt = afterStaffedHours(await clinicOf(tx), clock.now(), HOURS);
    await addTask(tx, {
      kind: 'notice-gave-up',
      aboutId: noticeId,
      dueAt,
      ...(ofClient && { clientId: ofClient }),
    });
  });
}
