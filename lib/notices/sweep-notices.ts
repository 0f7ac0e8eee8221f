// What was sent is kept as long as somebody may still ask about it, and then deleted.
//
// What happened itself (an appointment, a signature, a changed way in) stands in the record for good. That a mail told of
// it helps whoever says they never heard: a year covers that, and a month more a year's end. Codes are of use to staff
// for days only, while "I never got it" is being looked into. What staff have yet to see to is not deleted.
import { and, isNull, lt, ne, notInArray } from 'drizzle-orm';
import { as } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { notice, task, webhookEvent } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { CODES } from './give-up';

const DAY = 24 * 60 * 60 * 1000;

export const KEPT_DAYS = 400;
export const CODES_KEPT_DAYS = 30;
/** An event older than five minutes is refused by its time alone; a day is more than enough. */
const EVENTS_KEPT_DAYS = 1;

export async function sweepNotices() {
  const before = (days: number) => new Date(clock.now().getTime() - days * DAY);
  await as({ kind: 'job', name: 'sweep.hourly' }, async (tx) => {
    const open = tx
      .select({ id: task.aboutId })
      .from(task)
      .where(and(oneOf(task.kind, ['notice-gave-up', 'notice-bounced']), isNull(task.doneAt)));
    const over = and(ne(notice.state, 'queued'), notInArray(notice.id, open));
    await tx.delete(notice).where(and(over, lt(notice.createdAt, before(KEPT_DAYS))));
    await tx
      .delete(notice)
      .where(and(over, oneOf(notice.kind, CODES), lt(notice.createdAt, before(CODES_KEPT_DAYS))));
    await tx.delete(webhookEvent).where(lt(webhookEvent.receivedAt, before(EVENTS_KEPT_DAYS)));
  });
}
