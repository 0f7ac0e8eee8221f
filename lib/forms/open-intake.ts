// The intake a client has under way: there is at most one.
import { and, desc, eq, notInArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { submission } from '@/db/schema';

export type Intake = typeof submission.$inferSelect;

/** The client's intake that is neither declined nor closed, or null. */
export async function openIntake(tx: Tx, clientId: string): Promise<Intake | null> {
  const [intake] = await tx
    .select()
    .from(submission)
    .where(and(eq(submission.clientId, clientId), notInArray(submission.status, ['declined', 'closed'])));
  return intake ?? null;
}

/** The newest intake, open or not; null for who never began one. */
export async function newestIntake(tx: Tx, clientId: string): Promise<Intake | null> {
  const [intake] = await tx
    .select()
    .from(submission)
    .where(eq(submission.clientId, clientId))
    .orderBy(desc(submission.createdAt))
    .limit(1);
  return intake ?? null;
}
