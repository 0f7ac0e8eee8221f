// What of a file goes on paper or into a PDF: chosen each time, never remembered.
import { definition } from '@/lib/forms/definition';
import type { Audience } from '@/lib/forms/question';
import { isSafetyAnswer } from '@/lib/forms/safety-answers';

const PARTS = ['summary', 'documents', 'appointment'] as const;
export type PrintPart = (typeof PARTS)[number];

export type PrintChoice = {
  parts: readonly PrintPart[];
  /** Numbers of the questionnaire's sections. */
  sections: readonly string[];
  /** Clinical notes. */
  notes: boolean;
  /** Flags, scores, and all answers about safety. */
  safety: boolean;
};

/** Sections with something to print that is not about safety, for whoever sees clinical answers or doesn't. */
export const sectionsToChoose = (clinical: boolean): { number: string; title: string }[] =>
  definition.sections
    .filter(({ questions }) =>
      questions.some(({ id, audience }) => maySee(audience, clinical) && !isSafetyAnswer(id)),
    )
    .map(({ number, title }) => ({ number, title }));

export const maySee = (audience: Audience, clinical: boolean): boolean =>
  clinical || audience === 'all-staff';

/** Whether a section is printed: it was chosen; or all of it is about safety, and that was. */
export const isChosen = (choice: PrintChoice, section: { number: string }): boolean =>
  choice.sections.includes(section.number) ||
  (choice.safety && !sectionsToChoose(true).some(({ number }) => number === section.number));

type Search = Record<string, string | string[] | undefined>;

/** What an address says was chosen; null when it is nothing. Notes are for clinicians. */
export function choiceIn(search: Search, clinical: boolean): PrintChoice | null {
  const named = (key: string) => [search[key] ?? []].flat();
  const choice = {
    parts: PARTS.filter((part) => named('part').includes(part)),
    sections: sectionsToChoose(clinical)
      .map(({ number }) => number)
      .filter((number) => named('section').includes(number)),
    notes: clinical && named('also').includes('notes'),
    safety: named('also').includes('safety'),
  };
  const nothing = !choice.notes && !choice.safety && choice.parts.length + choice.sections.length === 0;
  return nothing ? null : choice;
}
