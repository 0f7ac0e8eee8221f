// When the forms are sent, what was left open and what was never asked is fixed as just that, once and for all.
import type { Tx } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { currentAnswers } from './answers-of';
import { questionAsAsked } from './as-asked';
import { isAsked } from './asked';
import { definition } from './definition';
import { keepRevisions } from './keep-revisions';
import type { Intake } from './open-intake';
import type { Answer } from './question';
import { raiseFlags } from './raise-flags';
import { isShown } from './shown';

/**
 * To be called in the transaction that sends, and again (`again`) when something is changed once all was sent: then nothing is added
 * that was not among the questions when they sent. A question that was answered and that their other answers rule out now becomes
 * "not shown"; what the clinic itself no longer asks stays as it was given. What is left open for good may itself be a sign.
 */
export async function settleAnswers(tx: Tx, intake: Pick<Intake, 'id' | 'clientId'>, { again = false } = {}) {
  const stored = await currentAnswers(tx, intake);
  const { packsOff } = await clinicOf(tx);
  const settled = new Map<string, Answer>();
  for (const section of definition.sections) {
    for (const question of section.questions) {
      const given = stored.get(question.id);
      if (again && !given) continue;
      const asked = isAsked(section, question, packsOff);
      // Once sent, an answer is judged by the question it was given to: a condition of today takes nothing back.
      const then = again && given ? ((await questionAsAsked(tx, question.id, given)) ?? question) : question;
      if (!isShown(then, stored) || (!asked && !given)) {
        if (given?.state !== 'not-shown') settled.set(question.id, { state: 'not-shown' });
      } else if (!given || (asked && given.state === 'not-shown')) {
        settled.set(question.id, { state: 'not-answered' });
      }
    }
  }
  const revisions = await keepRevisions(tx, intake, stored, settled);
  await raiseFlags(tx, intake, new Map([...stored, ...settled]), revisions);
}
