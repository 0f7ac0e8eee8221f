// How long unsent forms are kept: 60 days after whatever their client did last with them.
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { submission } from '@/db/schema';
import { DRAFT_DAYS } from '@/lib/accounts/sweep-accounts';
import { clock } from '@/lib/env/clock';
import type { Intake } from './open-intake';

const DAY = 24 * 60 * 60_000;

/**
 * The newest of what was answered, typed, confirmed and signed, as far as the actor may see it: its client, or a job.
 * To have signed an agreement is to go on, though no answer changed. Plain SQL, since within a selection Drizzle leaves out
 * whose column it is.
 */
export const lastChange = sql`greatest(submission.changed_at,
  (select max(d.changed_at) from form_draft d where d.account_id = submission.client_id),
  (select max(c.confirmed_at) from section_confirmation c where c.submission_id = submission.id),
  (select max(s.signed_at) from signature s where s.client_id = submission.client_id))`.mapWith(
  submission.changedAt,
);

export type Draft = Intake & { lastChangedAt: Date };

/** The client's unsent forms, with when they last did something with them; null when there are none. */
export async function draftOfClient(tx: Tx, clientId: string): Promise<Draft | null> {
  const [found] = await tx
    .select({ ...getTableColumns(submission), lastChangedAt: lastChange })
    .from(submission)
    .where(and(eq(submission.clientId, clientId), eq(submission.status, 'draft')));
  return found ?? null;
}

export const keptUntil = ({ lastChangedAt }: Pick<Draft, 'lastChangedAt'>): Date =>
  new Date(lastChangedAt.getTime() + DRAFT_DAYS * DAY);

/** Who looks a page over and continues keeps what they have, though nothing changed. Once a day is often enough to write. */
export async function keepLonger(tx: Tx, intake: Intake) {
  const now = clock.now();
  if (now.getTime() - intake.changedAt.getTime() < DAY) return;
  await tx.update(submission).set({ changedAt: now }).where(eq(submission.id, intake.id));
}
