// Where somebody's own process notes are, and what their forms are called.
import { alone } from '@/lib/accounts/form-draft';
import { processNotesPage } from '../addresses';

const DONE = ['write', 'change', 'delete'] as const;
type Done = (typeof DONE)[number];

export const doneNamed = (given: string | string[] | undefined): Done | null =>
  DONE.find((each) => each === given) ?? null;

/** The page, saying what was just done. */
export const doneOn = (reference: string | undefined, what: Done): string =>
  `${processNotesPage(reference)}?done=${what}`;

/** The key of what somebody began to write, or of the note they began to change: like the notes, theirs alone. */
export const processForm = (reference: string | undefined, what: Done, noteId = ''): string =>
  alone(`staff/submissions/${(reference ?? '').slice(0, 20)}/process-notes/${what}/${noteId}`);

/** The field of a note's new words: each note on the page has its own. */
export const changeOf = (noteId: string): string => `change-${noteId}`;
