// What a client answered, as far as this member of staff may read it: never a clinical answer for front desk.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { answer } from '@/db/schema';
import { answerPlace } from '@/lib/forms/answers-of';
import type { Answer } from '@/lib/forms/question';
import { openFor } from '@/lib/vault/keys';
import { isClinical, type Staff } from './submission-by-reference';

export type AnswerGiven = Answer & { id: string; question: string; revision: number; answeredAt: Date };

/**
 * Every revision that may be read, the oldest first; with `only`, of these questions. Of an unsent draft the policies
 * leave what was flagged and how to reach them.
 */
export async function answersForStaff(
  tx: Tx,
  actor: Staff,
  submissionId: string,
  only?: readonly string[],
): Promise<AnswerGiven[]> {
  const rows = await tx
    .select()
    .from(answer)
    .where(
      and(
        eq(answer.submissionId, submissionId),
        inArray(answer.audience, isClinical(actor) ? ['all-staff', 'clinical'] : ['all-staff']),
        only && inArray(answer.question, [...only]),
      ),
    )
    .orderBy(asc(answer.question), asc(answer.revision));
  return Promise.all(
    rows.map(async ({ id, clientId, question, revision, answeredAt, value }) => {
      const opened = JSON.parse(await openFor(tx, clientId, answerPlace(id), value)) as Answer;
      return { id, question, revision, answeredAt, ...opened };
    }),
  );
}

/** The newest revision of each question. */
export const newestOf = (given: readonly AnswerGiven[]): Map<string, AnswerGiven> =>
  new Map(given.map((each) => [each.question, each]));
