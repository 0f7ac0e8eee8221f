// What has run out is not kept: requests for a code, ended sessions, counted tries, and drafts nobody came back to.
import { lt, or } from 'drizzle-orm';
import { as } from '@/db/client';
import { attempt, formDraft, session, signInRequest } from '@/db/schema';
import { clock } from '@/lib/env/clock';

const DAY = 24 * 60 * 60 * 1000;

/** Days a draft is kept after its last change. */
export const DRAFT_DAYS = 60;

/** Whatever ended more than a day ago, and drafts after 60 days. */
export async function sweepAccounts() {
  const now = clock.now().getTime();
  const yesterday = new Date(now - DAY);
  await as({ kind: 'job', name: 'sweep.hourly' }, async (tx) => {
    await tx.delete(signInRequest).where(lt(signInRequest.expiresAt, yesterday));
    await tx.delete(session).where(or(lt(session.expiresAt, yesterday), lt(session.endedAt, yesterday)));
    await tx.delete(attempt).where(lt(attempt.windowStart, yesterday));
    await tx.delete(formDraft).where(lt(formDraft.changedAt, new Date(now - DRAFT_DAYS * DAY)));
  });
}
