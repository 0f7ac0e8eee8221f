// What a client has answered so far: the newest revision of each question, opened.
import { asc, desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { answer } from '@/db/schema';
import { fetchKey, openFor } from '@/lib/vault/keys';
import { definition, questionNamed } from './definition';
import { newestIntake } from './open-intake';
import type { Answer } from './question';
import { stillFits } from './still-fits';

export type StoredAnswer = Answer & {
  answerId: string;
  /** Counts from 1 for each question. */
  revision: number;
  answeredAt: Date;
  /** The version of the questionnaire it was given to. */
  definitionVersion: string;
  /** What was answered to an older version and can't be given to this one: the question counts as open again. */
  before?: Answer;
};

/** By question id. */
export type StoredAnswers = ReadonlyMap<string, StoredAnswer>;

/** Where an answer's value is sealed. */
export const answerPlace = (row: string) => ({ table: 'answer', column: 'value', row });

/** The answers of the client's newest intake, also once it has ended; empty when there is none. */
export async function answersOf(tx: Tx, clientId: string): Promise<StoredAnswers> {
  const intake = await newestIntake(tx, clientId);
  return intake ? currentAnswers(tx, intake) : new Map();
}

/** The newest revision of each question of one submission, as far as the actor may read it. */
export async function currentAnswers(
  tx: Tx,
  submission: { id: string; clientId: string },
): Promise<StoredAnswers> {
  const [rows] = await Promise.all([
    tx
      .selectDistinctOn([answer.question])
      .from(answer)
      .where(eq(answer.submissionId, submission.id))
      .orderBy(asc(answer.question), desc(answer.revision)),
    fetchKey(tx, submission.clientId),
  ]);
  const stored = new Map<string, StoredAnswer>();
  for (const { id, question, revision, answeredAt, definitionVersion, value } of rows) {
    const opened = JSON.parse(await openFor(tx, submission.clientId, answerPlace(id), value)) as Answer;
    const carried = carriedOver(question, opened, definitionVersion);
    stored.set(question, { ...carried, answerId: id, revision, answeredAt, definitionVersion });
  }
  return stored;
}

/** An answer to an older version stands as long as it is one that can still be given; else it is kept beside an open question. */
function carriedOver(id: string, given: Answer, version: string): Answer & { before?: Answer } {
  const question = version === definition.version ? undefined : questionNamed(id);
  return question && !stillFits(question, given) ? { state: 'not-answered', before: given } : given;
}
