// Forms nobody has gone on with for 60 days are deleted, with notice 14 and 3 days before, unless somebody here still needs them.
import { and, eq, lte, not, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { notice, reminder, submission } from '@/db/schema';
import { DRAFT_DAYS } from '@/lib/accounts/sweep-accounts';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { type Draft, draftOfClient, keptUntil, lastChange } from '@/lib/forms/draft-life';
import { forgetIntake } from '@/lib/forms/forget-submission';
import { lockIntake } from '@/lib/forms/lock-intake';
import { enqueue } from '@/lib/jobs/enqueue';
import { withoutWords } from '@/lib/jobs/without-words';
import { afterWakingHours } from '@/lib/scheduling/waking-hours';
import { zoneOfClient } from '@/lib/scheduling/zone-of-client';
import { isNeeded } from './draft-needed';

const job = { kind: 'job', name: 'reminders.sweep' } as const;
const DAY = 24 * 60 * 60_000;
/** Days before the end, the earliest first. */
const NOTICES = [
  { kind: 'draft-14d', days: 14 },
  { kind: 'draft-3d', days: 3 },
] as const;
const [FIRST, LAST] = NOTICES;

/** Each draft in a transaction of its own, and looked at again there; done twice it is done once. */
export async function tidyDrafts() {
  let failure: Error | undefined;
  for (const clientId of await as(job, whoseEnds)) {
    try {
      await as(job, (tx) => tidy(tx, clientId));
    } catch (error) {
      // One person's trouble keeps nobody else's promise from being kept.
      failure = withoutWords(error);
    }
  }
  if (failure) throw failure;
}

/** Whose draft has so little left that the first notice is due, as it looks without a lock. */
async function whoseEnds(tx: Tx): Promise<string[]> {
  const changedBefore = new Date(clock.now().getTime() - (DRAFT_DAYS - FIRST.days) * DAY);
  const rows = await tx
    .select({ clientId: submission.clientId })
    .from(submission)
    .where(
      and(
        eq(submission.status, 'draft'),
        // The first of the two has an index; the second is what counts.
        lte(submission.changedAt, changedBefore),
        sql`${lastChange} <= ${changedBefore.toISOString()}::timestamptz`,
        not(isNeeded(tx)),
      ),
    );
  return rows.map(({ clientId }) => clientId);
}

/** Under the lock of the client's row: who goes on with their forms at this moment is first or finds them gone, never half. */
async function tidy(tx: Tx, clientId: string) {
  const held = await lockIntake(tx, clientId);
  const draft = held?.status === 'draft' ? await draftOfClient(tx, clientId) : null;
  if (!draft) return;
  const [needed] = await tx
    .select({ id: submission.id })
    .from(submission)
    .where(and(eq(submission.id, draft.id), isNeeded(tx)));
  if (needed) return;
  const now = clock.now();
  const end = keptUntil(draft);
  if (now >= end && (await toldInTime(tx, draft, now))) return forget(tx, draft);
  const due = NOTICES.filter(({ days }) => now.getTime() >= end.getTime() - days * DAY).at(-1);
  if (due) await tell(tx, due.kind, draft, now);
}

/** A clinic whose machine stood still for weeks deletes nothing without notice. */
async function toldInTime(tx: Tx, draft: Draft, now: Date): Promise<boolean> {
  const [told] = await tx
    .select({ id: reminder.id })
    .from(reminder)
    .where(
      and(
        eq(reminder.kind, LAST.kind),
        eq(reminder.aboutId, draft.id),
        eq(reminder.anchoredAt, draft.lastChangedAt),
        lte(reminder.decidedAt, new Date(now.getTime() - LAST.days * DAY)),
      ),
    );
  return told !== undefined;
}

async function forget(tx: Tx, { id, clientId }: Draft) {
  await record(tx, { event: 'submission.run-out', subject: clientId, detail: { submission: id } });
  await forgetIntake(tx, { submissionId: id, clientId });
}

async function tell(tx: Tx, kind: 'draft-14d' | 'draft-3d', draft: Draft, now: Date) {
  const { clientId } = draft;
  const [reminderId, noticeId] = [newId(), newId()];
  const [first] = await tx
    .insert(reminder)
    .values({
      ...{ id: reminderId, kind, clientId, aboutId: draft.id },
      ...{ anchoredAt: draft.lastChangedAt, decidedAt: now, noticeId },
    })
    .onConflictDoNothing()
    .returning({ id: reminder.id });
  if (!first) return;
  const row = { id: noticeId, kind: 'draft-ending', accountId: clientId, aboutId: reminderId };
  await tx.insert(notice).values({ ...row, createdAt: now });
  const zone = await zoneOfClient(tx, clientId, (await clinicOf(tx)).zone);
  await enqueue(tx, {
    name: 'notice.send',
    data: { noticeId },
    startAfter: afterWakingHours(zone, now, 0),
  });
}

/** How many days the draft a notice is about is still kept, at least one; null once it was gone on with, sent or deleted. */
export async function daysLeftOf(tx: Tx, reminderId: string): Promise<number | null> {
  const [told] = await tx.select().from(reminder).where(eq(reminder.id, reminderId));
  const draft = told && (await draftOfClient(tx, told.clientId));
  if (draft?.id !== told?.aboutId || draft?.lastChangedAt.getTime() !== told?.anchoredAt.getTime())
    return null;
  if (!draft) return null;
  return Math.max(1, Math.ceil((keptUntil(draft).getTime() - clock.now().getTime()) / DAY));
}

/** Until when the client's own draft is kept; null when there is none, or something keeps it beyond that. */
export async function draftKeptUntil(tx: Tx, clientId: string): Promise<Date | null> {
  const draft = await draftOfClient(tx, clientId);
  return draft && keptUntil(draft);
}
