// The intake a client has under way: there is at most one.
import { and, desc, eq, not } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { submission } from '@/db/schema';

export type Intake = typeof submission.$inferSelect;

/** Their way here has ended: nothing more is asked of them, and no time is theirs to take. */
export const ENDED = ['declined', 'closed'] as const satisfies readonly Intake['status'][];
export type Ended = (typeof ENDED)[number];

/** How it ended; null while it goes on, or was never begun. */
export const endOf = (intake: Pick<Intake, 'status'> | null): Ended | null =>
  ENDED.find((status) => status === intake?.status) ?? null;

/** The client's intake that is neither declined nor closed, or null. */
export async function openIntake(tx: Tx, clientId: string): Promise<Intake | null> {
  const [intake] = await tx
    .select()
    .from(submission)
    .where(and(eq(submission.clientId, clientId), not(oneOf(submission.status, ENDED))));
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
