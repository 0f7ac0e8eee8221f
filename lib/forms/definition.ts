// The questionnaire as it is asked now: every section, in order.
import type { Definition, Question, Section } from './question';
import { aboutYouFirst } from './sections/1-about-you-first';
import { contact } from './sections/2-contact';
import { aboutYou } from './sections/3-about-you';
import { whatBringsYou } from './sections/4-what-brings-you';
import { safety } from './sections/5-safety';
import { hopes } from './sections/6-hopes';

export const definition: Definition = {
  version: '2026-11.3',
  locale: 'en',
  sections: [aboutYouFirst, contact, aboutYou, whatBringsYou, safety, hopes],
  instruments: [],
};

export const allQuestions: readonly Question[] = definition.sections.flatMap(({ questions }) => questions);

const byId = new Map(allQuestions.map((question) => [question.id, question]));
const bySection = new Map(definition.sections.map((section) => [section.number, section]));

export const questionNamed = (id: string): Question | undefined => byId.get(id);
export const sectionNamed = (number: string): Section | undefined => bySection.get(number);
