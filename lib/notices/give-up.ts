// A mail that could not be sent in all its tries becomes something for staff to do, instead of being forgotten.
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { notice } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { clock } from '@/lib/env/clock';
import { addTask } from '@/lib/tasks/add-task';
import { catalogue, isNoticeKind, type NoticeKind } from './catalogue';
import { settleNotice } from './settle-notice';

/** Staffed hours staff have for it. */
export const HOURS_FOR_MAIL = 4;

/** Nobody waits for them any more by the time they are given up. */
export const CODES: readonly string[] = ['sign-in', 'address-code'] satisfies NoticeKind[];

/** Once. `failure`: why, in words of ours. A code nobody waits for any more makes no task. */
export async function giveUp(tx: Tx, noticeId: string, failure: string) {
  if (!(await settleNotice(tx, noticeId, { state: 'gave-up', failure, endedAt: clock.now() }))) return;
  const [row] = await tx.select().from(notice).where(eq(notice.id, noticeId));
  if (!row || CODES.includes(row.kind)) return;
  const ofClient = isNoticeKind(row.kind) && catalogue[row.kind].to !== 'staff' && row.accountId;
  const dueAt = afterStaffedHours(await clinicOf(tx), clock.now(), HOURS_FOR_MAIL);
  await addTask(tx, {
    kind: 'notice-gave-up',
    aboutId: noticeId,
    dueAt,
    ...(ofClient && { clientId: ofClient }),
  });
}
