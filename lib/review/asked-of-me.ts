// What a client was asked for, as their own page shows it: the words, each question with how it stands, and where to answer it.
import { type Actor, as } from '@/db/client';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { currentAnswers } from '@/lib/forms/answers-of';
import { pathFrom } from '@/lib/forms/came-from';
import { definition } from '@/lib/forms/definition';
import { openIntake } from '@/lib/forms/open-intake';
import { visiblePages } from '@/lib/forms/shown';
import { answeredSince } from './give-more';
import { openRequestOf } from './information-requests';

export type AskedQuestion = { id: string; name: string; lines: string[]; answered: boolean; path: string };

/** Null when nothing waits for an answer. A question that isn't on their way any more is left out. */
export async function askedOfMe(actor: Actor & { kind: 'client' }) {
  return as(actor, async (tx) => {
    const intake = await openIntake(tx, actor.id);
    const request = intake && (await openRequestOf(tx, actor.id));
    if (!request) return null;
    const answers = await currentAnswers(tx, intake);
    const since = await answeredSince(tx, intake.id, request);
    const questions = definition.sections.flatMap((section) =>
      visiblePages(section, answers).flatMap((page) =>
        page.questions
          .filter(({ id }) => request.questions.includes(id))
          .map((question): AskedQuestion => {
            const { id, title, short } = question;
            return {
              ...{ id, name: title.includes('{') ? short : title, answered: since.has(id) },
              lines: answerInWords(question, answers.get(id)).lines,
              path: pathFrom(`/forms/${section.number}/${page.slug}`, 'asked'),
            };
          }),
      ),
    );
    return { ...request, questions };
  });
}
