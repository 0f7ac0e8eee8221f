// One mail, with the address it goes to: contact data, opened for staff who ask, and each asking on the record.
import { and, eq, isNull } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { notice, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { isReference } from '@/lib/env/ids';
import { isNoticeKind } from './catalogue';
import { recipientOf } from './recipient';
import { triedAgain } from './try-again';

type Staff = Extract<Actor, { kind: 'staff' }>;

export type NoticeToRead = NonNullable<Awaited<ReturnType<typeof noticeToRead>>>;

/** What staff have to do about a mail. */
export const MAIL_TASKS = ['notice-gave-up', 'notice-bounced'] as const;

/**
 * Null where there is none, or none they may know of. `to` is the address as it would be used now; null where it can't
 * be told: of a code somebody asked for it is kept with the request, which is nobody's to read. `task`: what waits to
 * be seen to.
 */
export async function noticeToRead(actor: Staff, reference: string) {
  if (!isReference(reference)) return null;
  return as(actor, async (tx) => {
    const [row] = await tx.select().from(notice).where(eq(notice.reference, reference));
    if (!row || !isNoticeKind(row.kind)) return null;
    const recipient = await recipientOf(tx, row.kind, row);
    const [open] = await tx
      .select({ id: task.id, dueAt: task.dueAt })
      .from(task)
      .where(and(eq(task.aboutId, row.id), oneOf(task.kind, MAIL_TASKS), isNull(task.doneAt)));
    const { zone } = await clinicOf(tx);
    await record(tx, { event: 'mail.read', subject: row.accountId ?? 'clinic', detail: { notice: row.id } });
    return {
      ...row,
      kind: row.kind,
      to: recipient?.to ?? null,
      task: open ?? null,
      again: triedAgain(row),
      zone,
    };
  });
}
