// Whose estimate it is, by the reference of their forms: somebody who is owed one, has one, or has sent their forms.
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { answer, submission, task } from '@/db/schema';
import { answerPlace } from '@/lib/forms/answers-of';
import { type ClientFacts, clientFacts } from '@/lib/forms/client-facts';
import type { Answer } from '@/lib/forms/question';
import type { Staff } from '@/lib/review/submission-by-reference';
import { openFor } from '@/lib/vault/keys';
import { givenEstimates } from './given-estimates';

/** Staff of every role make and give estimates: it is office work. A diagnosis code in one is for clinicians. */
export const MAY_ESTIMATE = ['front-desk', 'clinician', 'lead', 'admin'] as const;

export type EstimateClient = NonNullable<Awaited<ReturnType<typeof clientForEstimate>>>;

/** Null for one that doesn't exist and for one that isn't for staff to see yet, alike. */
export async function clientForEstimate(tx: Tx, actor: Staff, reference: string) {
  const [found] = await tx.select().from(submission).where(eq(submission.reference, reference.toUpperCase()));
  if (!found) return null;
  const tasks = await openTasks(tx, found.clientId);
  const given = await givenEstimates(tx, actor, found.clientId);
  const sent = found.status !== 'draft';
  if (!sent && tasks.length === 0 && given.length === 0) return null;
  return {
    ...{ submissionId: found.id, clientId: found.clientId, reference: found.reference },
    tasks,
    given,
    // Of a draft nothing is read but what is owed an estimate; once it is given, that says who it was for.
    facts: sent || tasks.length > 0 ? await factsForEstimate(tx, found.id) : null,
  };
}

/** The estimates still to be given to a client, the first due first. */
export const openTasks = (tx: Tx, clientId: string) =>
  tx
    .select({ id: task.id, aboutId: task.aboutId, dueAt: task.dueAt })
    .from(task)
    .where(and(eq(task.kind, 'estimate'), eq(task.clientId, clientId), isNull(task.doneAt)))
    .orderBy(asc(task.dueAt));

/** What an estimate must know of a person, and how they said they would pay. The policy `owed_estimate` names the same. */
const NEEDED = ['B1', 'B2', 'B3', 'B10', 'A8', 'A8-us', 'A8-ca', 'A8-gb', 'A8-au'];

export type EstimateFacts = Pick<ClientFacts, 'bornOn' | 'region'> & {
  /** The legal name, else the name they use. */
  name: string | null;
  pays: 'insurance' | 'self-pay' | 'unsure' | null;
};

async function factsForEstimate(tx: Tx, submissionId: string): Promise<EstimateFacts> {
  const rows = await tx
    .selectDistinctOn([answer.question])
    .from(answer)
    .where(and(eq(answer.submissionId, submissionId), oneOf(answer.question, NEEDED)))
    .orderBy(asc(answer.question), desc(answer.revision));
  const answers = new Map<string, Answer>();
  for (const { id, clientId, question, value } of rows)
    answers.set(question, JSON.parse(await openFor(tx, clientId, answerPlace(id), value)) as Answer);
  const { names, bornOn, region } = clientFacts(answers);
  const pays = answers.get('B10')?.value;
  return {
    bornOn,
    region,
    name: names[1] ?? names[0],
    pays: pays === 'insurance' || pays === 'self-pay' ? pays : pays === undefined ? null : 'unsure',
  };
}

/** The reference of somebody's newest forms: what stands in an address for them. */
export async function referencesOf(tx: Tx, clientIds: readonly string[]): Promise<Map<string, string>> {
  if (clientIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([submission.clientId], {
      clientId: submission.clientId,
      reference: submission.reference,
    })
    .from(submission)
    .where(oneOf(submission.clientId, clientIds))
    .orderBy(submission.clientId, desc(submission.createdAt));
  return new Map(rows.map(({ clientId, reference }) => [clientId, reference]));
}
