// One change at a time a client: two tabs, or a save and a sending, are taken one after the other.
import { and, desc, eq, not } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { client, submission } from '@/db/schema';
import { ENDED, type Intake } from './open-intake';

/** It is with the clinic: what is changed from here on is put right, and both versions stay. */
export const isSent = ({ status }: { status: string }): boolean => status !== 'draft';

/** The client's open intake, held until the transaction ends; null when there is none, and then none can be begun meanwhile. */
export async function lockIntake(tx: Tx, clientId: string): Promise<Intake | null> {
  await holdClient(tx, clientId);
  const [intake] = await tx
    .select()
    .from(submission)
    .where(and(eq(submission.clientId, clientId), not(oneOf(submission.status, ENDED))))
    .for('update');
  return intake ?? null;
}

/** The same for the newest one, which may have ended: how somebody may be reached stays theirs to say. */
export async function lockNewestIntake(tx: Tx, clientId: string): Promise<Intake | null> {
  await holdClient(tx, clientId);
  const [intake] = await tx
    .select()
    .from(submission)
    .where(eq(submission.clientId, clientId))
    .orderBy(desc(submission.createdAt))
    .limit(1)
    .for('update');
  return intake ?? null;
}

/** Not against foreign keys: whoever sends holds the intake and then writes rows that name the client. */
const holdClient = (tx: Tx, clientId: string) =>
  tx.select({ id: client.id }).from(client).where(eq(client.id, clientId)).for('no key update');
