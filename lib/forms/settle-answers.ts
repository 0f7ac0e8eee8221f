// When the forms are sent, what was left open and what was never asked is fixed as just that, once and for all.
import type { Tx } from '@/db/client';
import { currentAnswers } from './answers-of';
import { allQuestions } from './definition';
import { keepRevisions } from './keep-revisions';
import type { Intake } from './open-intake';
import type { Answer } from './question';
import { isShown } from './shown';

/**
 * To be called in the transaction that sends, or that puts right what was sent. A question that was answered and is no longer
 * asked becomes "not shown". `sentBefore`: what the questionnaire gained since is none of it, as it was never asked.
 */
export async function settleAnswers(
  tx: Tx,
  intake: Pick<Intake, 'id' | 'clientId'>,
  { sentBefore = false } = {},
) {
  const stored = await currentAnswers(tx, intake);
  const settled = new Map<string, Answer>();
  for (const question of allQuestions) {
    const given = stored.get(question.id);
    if (!given && sentBefore) continue;
    if (!isShown(question, stored)) {
      if (given?.state !== 'not-shown') settled.set(question.id, { state: 'not-shown' });
    } else if (!given || given.state === 'not-shown') {
      settled.set(question.id, { state: 'not-answered' });
    }
  }
  await keepRevisions(tx, intake, stored, settled);
}
