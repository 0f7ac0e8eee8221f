// Which parts a file has for whoever reads it, in the order in which they stand: the page shows these, and its list names them.
import type { SubmissionFile } from '@/lib/review/submission-file';

type Given = { file: SubmissionFile; costs: boolean };
type Rule = (given: Given) => boolean;

/** Until the forms are sent, staff see no more than who it is and how to reach them. */
const once =
  (rule: Rule): Rule =>
  (given) =>
    !given.file.unsent && rule(given);
const always: Rule = () => true;

/** When each is there. */
const RULES = {
  flags: ({ file }) => file.flags.length > 0,
  case: ({ file }) => file.shut,
  safety: always,
  asked: once(
    ({ file }) =>
      file.askUntold !== null ||
      (file.clinical && (file.requests.length > 0 || file.changes.includes('ask-for-more'))),
  ),
  changed: once(({ file }) => file.changed.length > 0),
  summary: once(always),
  notes: once(({ file }) => file.mayNote || file.notes.length > 0 || file.ownProcessNotes > 0),
  scores: once(({ file }) => file.scores.length > 0),
  answers: once(always),
  reflections: once(({ file }) => file.clinical && file.reflections.length > 0),
  ended: once(({ file }) => file.endings.length > 0 || file.letterUntold !== null),
  appointment: always,
  messages: always,
  estimates: once(({ costs }) => costs),
  documents: once(always),
  history: once(always),
} satisfies Record<string, Rule>;

/** Each is the id of its heading too. */
export type Part = keyof typeof RULES;

/** `costs`: its estimates are theirs to see. */
export const partsOf = (file: SubmissionFile, costs: boolean): Part[] =>
  (Object.keys(RULES) as Part[]).filter((part) => RULES[part]({ file, costs }));

/** The sections of the forms with a question whose answer they may read, and those questions. */
export const readableSections = ({ sections, clinical }: SubmissionFile) =>
  sections
    .map(({ questions, ...section }) => ({
      ...section,
      questions: questions.filter(({ audience }) => clinical || audience === 'all-staff'),
    }))
    .filter(({ questions }) => questions.length > 0);

/** The heading of a section of the forms. */
export const sectionPlace = (number: string): string => `section-${number}`;
