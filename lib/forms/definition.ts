// The questionnaire as it is asked now: every section, in order.
import type { Definition, Instrument, Question, Section } from './question';
import { aboutYouFirst } from './sections/1-about-you-first';
import { contact } from './sections/2-contact';
import { aboutYou } from './sections/3-about-you';
import { whatBringsYou } from './sections/4-what-brings-you';
import { safety } from './sections/5-safety';
import { relationships } from './sections/6-relationships';
import { sexualWellbeing } from './sections/7-sexual-wellbeing';
import { health } from './sections/8-health';
import { gad7, mood, phq9 } from './sections/9-mood';
import { alcoholAndDrugs, auditC } from './sections/10-alcohol-and-drugs';
import { difficultExperiences, pcPtsd5 } from './sections/11-difficult-experiences';
import { hopes } from './sections/12-hopes';

export const definition: Definition = {
  version: '2026-11.6',
  locale: 'en',
  sections: [
    aboutYouFirst,
    contact,
    aboutYou,
    whatBringsYou,
    safety,
    relationships,
    sexualWellbeing,
    health,
    mood,
    alcoholAndDrugs,
    difficultExperiences,
    hopes,
  ],
  instruments: [phq9, gad7, auditC, pcPtsd5],
};

export const allQuestions: readonly Question[] = definition.sections.flatMap(({ questions }) => questions);

const byId = new Map(allQuestions.map((question) => [question.id, question]));
const bySection = new Map(definition.sections.map((section) => [section.number, section]));

export const questionNamed = (id: string): Question | undefined => byId.get(id);
export const sectionNamed = (number: string): Section | undefined => bySection.get(number);
export const instrumentNamed = (id: string): Instrument | undefined =>
  definition.instruments.find((instrument) => instrument.id === id);
