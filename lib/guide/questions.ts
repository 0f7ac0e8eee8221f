// The questions of the guide: each belongs to a chapter, and one also offers a choice.
import type { Chapter, ChapterSlug, Prompt, Question } from './chapter';
import { chapters } from './chapters';

export type Asked = Question & {
  chapter: Pick<Chapter, 'slug' | 'title'>;
  /** What may be chosen beside writing; mostly nothing. */
  choices: readonly Prompt[];
};

/** Every question, in the order of the guide. */
export const questions: readonly Asked[] = chapters.flatMap((chapter) =>
  chapter.reflection.map((question) => ({
    ...question,
    chapter: { slug: chapter.slug, title: chapter.title },
    choices: chapter.drawing.kind === 'prompts' ? chapter.drawing.prompts : [],
  })),
);

export const questionNamed = (id: string): Asked | undefined =>
  questions.find((question) => question.id === id);

export const questionsOf = (slug: ChapterSlug): readonly Asked[] =>
  questions.filter(({ chapter }) => chapter.slug === slug);
