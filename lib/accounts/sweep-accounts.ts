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
  staffMember,
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

/**
 * Days a sign-in of staff is kept after its end: the record names it, and says from where somebody acted by it. As long as
 * what is written about who saw health information has to be (six years, 45 CFR 164.316(b)(2)(i)).
 */
export const STAFF_SESSION_DAYS = 6 * 366;

/** Whatever ended more than a day ago, sign-ins of staff after six years, recoveries after 30 days, and drafts and known networks after 60. */
export async function sweepAccounts() {
  const now = clock.now().getTime();
  const yesterday = new Date(now - DAY);
  await as({ kind: 'job', name: 'sweep.hourly' }, async (tx) => {
    await tx.delete(signInRequest).where(lt(signInRequest.expiresAt, yesterday));
    await sweepSessions(tx, yesterday);
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

async function sweepSessions(tx: Tx, yesterday: Date) {
  const long = new Date(clock.now().getTime() - STAFF_SESSION_DAYS * DAY);
  const ofStaff = tx
    .select({ id: staffMember.id })
    .from(staffMember)
    .where(eq(staffMember.id, session.accountId));
  const endedBefore = (at: Date) => or(lt(session.expiresAt, at), lt(session.endedAt, at));
  await tx.delete(session).where(or(endedBefore(long), and(endedBefore(yesterday), notExists(ofStaff))));
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
