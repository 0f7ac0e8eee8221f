// The date of birth somebody gave us: what a recovery asks for at its end, and what their PIN must not be.
import { and, desc, eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { answer, submission } from '@/db/schema';
import { openFor } from '@/lib/vault/keys';
import { answerPlace } from './answers-of';
import type { Answer } from './question';

const B3 = 'B3';

/** As `1990-04-03`, from the newest answer in any of their forms, sent or not; null when there is none. */
export async function birthDateOnFile(tx: Tx, clientId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: answer.id, value: answer.value })
    .from(answer)
    .innerJoin(submission, eq(submission.id, answer.submissionId))
    .where(and(eq(submission.clientId, clientId), eq(answer.question, B3)))
    .orderBy(desc(submission.createdAt), desc(answer.revision))
    .limit(1);
  if (!row) return null;
  const given = JSON.parse(await openFor(tx, clientId, answerPlace(row.id), row.value)) as Answer;
  return given.state === 'answered' && typeof given.value === 'string' ? given.value : null;
}

export const ownBirthDate = (actor: Actor & { kind: 'client' }): Promise<string | null> =>
  as(actor, (tx) => birthDateOnFile(tx, actor.id));
