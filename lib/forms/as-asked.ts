// Answers beside the questions as they were asked: in the words of the version each was given to, also where a question is gone since.
import type { Tx } from '@/db/client';
import { definition } from './definition';
import { definitionOf } from './kept-definitions';
import type { Definition, Question } from './question';

/** An answer names the version of the questionnaire it was given to. */
type Given = { definitionVersion: string };

export type AskedSection = { number: string; title: string; questions: Question[] };

/**
 * The sections with the questions that `answers` (by question) hold, in order; what is asked no more stands last in its
 * section. A version that was never kept is read with the questions of today.
 */
export async function sectionsAsAsked(tx: Tx, answers: ReadonlyMap<string, Given>): Promise<AskedSection[]> {
  const versions = new Map<string, Definition>();
  for (const version of new Set([...answers.values()].map(({ definitionVersion }) => definitionVersion)))
    versions.set(version, (await definitionOf(tx, version)) ?? definition);
  const asked = (id: string) => {
    const given = answers.get(id);
    return given && placeIn(versions.get(given.definitionVersion), id);
  };
  const sections = definition.sections.map(({ number, title, questions }) => ({
    number,
    title,
    questions: questions.flatMap(({ id }) => (answers.has(id) ? (asked(id)?.question ?? []) : [])),
  }));
  const shown = new Set(definition.sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  for (const id of answers.keys()) {
    const place = shown.has(id) ? undefined : asked(id);
    if (!place) continue;
    const there = sections.find(({ number }) => number === place.number);
    if (there) there.questions.push(place.question);
    else sections.push({ number: place.number, title: place.title, questions: [place.question] });
  }
  return sections.filter(({ questions }) => questions.length > 0);
}

/** One question as it was asked then; as it is asked now where that version was never kept. */
export async function questionAsAsked(
  tx: Tx,
  id: string,
  { definitionVersion }: Given,
): Promise<Question | undefined> {
  const then = (await definitionOf(tx, definitionVersion)) ?? definition;
  return placeIn(then, id)?.question;
}

function placeIn(asked: Definition | undefined, id: string) {
  for (const { number, title, questions } of asked?.sections ?? []) {
    const question = questions.find((each) => each.id === id);
    if (question) return { number, title, question };
  }
  return undefined;
}
