// What has run out is not kept: requests for a code, changes of address, ended sessions, counted tries, known networks, and drafts nobody came back to.
import { and, eq, inArray, isNull, lt, notExists, or } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import {
  addressChange,
  attempt,
  formDraft,
  knownNetwork,
  session,
  signInRequest,
  submission,
  task,
} from '@/db/schema';
import { clock } from '@/lib/env/clock';

const DAY = 24 * 60 * 60 * 1000;

/** Days a draft is kept after its last change. */
export const DRAFT_DAYS = 60;
/** Days a recovery stays to be looked at; the record keeps who started it, and how, for good. */
export const RECOVERY_KEPT_DAYS = 30;

/** Days a network stays known after a code was last used there. */
export const KNOWN_NETWORK_DAYS = 60;

/** Whatever ended more than a day ago, recoveries after 30 days, and drafts and known networks after 60. */
export async function sweepAccounts() {
  const now = clock.now().getTime();
  const yesterday = new Date(now - DAY);
  await as({ kind: 'job', name: 'sweep.hourly' }, async (tx) => {
    await tx.delete(signInRequest).where(lt(signInRequest.expiresAt, yesterday));
    await tx.delete(session).where(or(lt(session.expiresAt, yesterday), lt(session.endedAt, yesterday)));
    await closeTasksOfRunOut(tx);
    await tx
      .delete(addressChange)
      .where(
        or(
          and(eq(addressChange.by, 'self'), lt(addressChange.expiresAt, yesterday)),
          lt(addressChange.expiresAt, new Date(now - RECOVERY_KEPT_DAYS * DAY)),
        ),
      );
    await tx.delete(attempt).where(lt(attempt.windowStart, yesterday));
    await tx.delete(knownNetwork).where(lt(knownNetwork.usedAt, new Date(now - KNOWN_NETWORK_DAYS * DAY)));
    // What was typed on unsent forms stays as long as they do (`lib/onboarding/tidy-drafts.ts`).
    const unsent = tx
      .select({ id: submission.id })
      .from(submission)
      .where(and(eq(submission.clientId, formDraft.accountId), eq(submission.status, 'draft')));
    await tx
      .delete(formDraft)
      .where(and(lt(formDraft.changedAt, new Date(now - DRAFT_DAYS * DAY)), notExists(unsent)));
  });
}

/** A recovery nobody agreed to in time is over, and so is what staff had to do about it; what a client stopped is not. */
async function closeTasksOfRunOut(tx: Tx) {
  const now = clock.now();
  const over = tx
    .select({ id: addressChange.id })
    .from(addressChange)
    .where(
      and(
        eq(addressChange.by, 'recovery'),
        isNull(addressChange.doneAt),
        or(
          eq(addressChange.cancelledBy, 'time'),
          and(isNull(addressChange.cancelledAt), lt(addressChange.expiresAt, now)),
        ),
      ),
    );
  await tx
    .update(task)
    .set({ doneAt: now })
    .where(and(eq(task.kind, 'recovery'), isNull(task.doneAt), inArray(task.aboutId, over)));
}
