// How a client's estimates stand, in two dates, for the page of what they sent; reading that page is on the record.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { submission } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import type { Staff } from '@/lib/review/submission-by-reference';
import { openTasks } from './client-for-estimate';
import { newestEstimate } from './newest-estimate';

export type CostsOfFile = { dueAt: Date | null; late: boolean; givenAt: Date | null };

/** Null outside the United States, where none is owed. */
export async function costsOfFile(actor: Staff, reference: string): Promise<CostsOfFile | null> {
  return as(actor, async (tx) => {
    if ((await clinicOf(tx)).country !== 'US') return null;
    const [found] = await tx
      .select({ clientId: submission.clientId })
      .from(submission)
      .where(eq(submission.reference, reference));
    if (!found) return null;
    const newest = await newestEstimate(tx, found.clientId);
    const dueAt = (await openTasks(tx, found.clientId))[0]?.dueAt ?? null;
    return { dueAt, late: dueAt !== null && dueAt < clock.now(), givenAt: newest?.givenAt ?? null };
  });
}
