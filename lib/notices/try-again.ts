// A member of staff has a mail tried once more that was given up: the same notice under the same key, so that it can't go out twice.
import { and, eq, isNull } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { notice, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { isReference } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { CODES } from './give-up';
import { TRIED_FOR } from './next-try';

type Staff = Extract<Actor, { kind: 'staff' }>;
type Row = Pick<typeof notice.$inferSelect, 'state' | 'kind' | 'unsureAt'>;

/**
 * Whether it may be tried again. `not-given-up`; `code`: nobody waits for it any more; `perhaps-sent`: a try of which
 * nothing was heard is so long ago that its provider no longer knows the key, and the person may have the mail.
 */
export function triedAgain({ state, kind, unsureAt }: Row): 'yes' | 'not-given-up' | 'code' | 'perhaps-sent' {
  if (state !== 'gave-up') return 'not-given-up';
  if (CODES.includes(kind)) return 'code';
  return unsureAt && clock.now().getTime() - unsureAt.getTime() > TRIED_FOR ? 'perhaps-sent' : 'yes';
}

type Refused = { ok: false; reason: 'unknown' | Exclude<ReturnType<typeof triedAgain>, 'yes'> };

/** What staff had to do about it is done with this. */
export async function tryAgain(actor: Staff, reference: string): Promise<{ ok: true } | Refused> {
  if (!isReference(reference)) return { ok: false, reason: 'unknown' };
  return as(actor, async (tx) => {
    const [row] = await tx.select().from(notice).where(eq(notice.reference, reference));
    if (!row) return { ok: false, reason: 'unknown' };
    const again = triedAgain(row);
    if (again !== 'yes') return { ok: false, reason: again };
    const queued = await tx
      .update(notice)
      // Where a doubt is left, its hours still count; otherwise they begin anew.
      .set({ state: 'queued', endedAt: null, nextTryAt: null, firstTriedAt: row.unsureAt })
      .where(and(eq(notice.id, row.id), eq(notice.state, 'gave-up')))
      .returning({ id: notice.id });
    // Two at once: the other was first.
    if (queued.length === 0) return { ok: false, reason: 'not-given-up' };
    await enqueue(tx, { name: 'notice.send', data: { noticeId: row.id } });
    await tx
      .update(task)
      .set({ doneAt: clock.now(), doneBy: actor.id })
      .where(and(eq(task.aboutId, row.id), eq(task.kind, 'notice-gave-up'), isNull(task.doneAt)));
    await record(tx, {
      event: 'mail.tried-again',
      subject: row.accountId ?? 'clinic',
      detail: { notice: row.id },
    });
    return { ok: true };
  });
}
