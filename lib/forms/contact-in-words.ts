// How a client said we should contact them, in the words they chose it by: a page that asks about messages shows it.
import { type Actor, as } from '@/db/client';
import { answerInWords } from './answer-in-words';
import { answersOf } from './answers-of';
import { questionNamed } from './definition';

/** Null until they have said so. */
export async function contactInWords(actor: Actor & { kind: 'client' }): Promise<string | null> {
  const question = questionNamed('A4');
  const answer = (await as(actor, (tx) => answersOf(tx, actor.id))).get('A4');
  if (!question || answer?.state !== 'answered') return null;
  return answerInWords(question, answer).lines.join(', ');
}
