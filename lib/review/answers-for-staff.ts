// What a client answered, as far as this member of staff may read it: never a clinical answer for front desk.
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { answer } from '@/db/schema';
import { answerPlace } from '@/lib/forms/answers-of';
import type { Answer } from '@/lib/forms/question';
import { openFor } from '@/lib/vault/keys';
import { Unreadable } from '@/lib/vault/seal';
import { isClinical, type Staff } from './submission-by-reference';

export type AnswerGiven = Answer & {
  id: string;
  question: string;
  revision: number;
  answeredAt: Date;
  /** The version of the questionnaire it was given to. */
  definitionVersion: string;
  /** It was changed or moved where it is stored, past Foyer: what it said can't be read, and isn't guessed. */
  broken?: true;
};

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
        oneOf(answer.audience, isClinical(actor) ? ['all-staff', 'clinical'] : ['all-staff']),
        only && oneOf(answer.question, only),
      ),
    )
    .orderBy(asc(answer.question), asc(answer.revision));
  return Promise.all(
    rows.map(async ({ id, clientId, question, revision, answeredAt, definitionVersion, value }) => {
      const opened = await openedOrBroken(tx, clientId, id, value);
      return { id, question, revision, answeredAt, definitionVersion, ...opened };
    }),
  );
}

/** One answer that does not open must not keep staff from the others, nor pass for one that was left open. */
async function openedOrBroken(tx: Tx, clientId: string, id: string, value: string) {
  try {
    return JSON.parse(await openFor(tx, clientId, answerPlace(id), value)) as Answer;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    console.error(`${error.message}: it was changed past Foyer, or its key is gone.`);
    return { state: 'not-answered' as const, broken: true as const };
  }
}

/** The newest revision of each question. */
export const newestOf = (given: readonly AnswerGiven[]): Map<string, AnswerGiven> =>
  new Map(given.map((each) => [each.question, each]));
