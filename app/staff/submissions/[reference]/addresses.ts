// Where a submission's page and its forms are, and what their fields are called.
import { AT_DONE } from '@/components/done-notice';
import type { Done } from './problems';

/** Whatever stands in an address comes from the address line: it is written back with care. */
export const pageOf = (reference: string | undefined): string =>
  `/staff/submissions/${encodeURIComponent(reference ?? '')}`;

/** The page, with what stood in the way of a change that has nothing typed in it. */
export const problemOn = (reference: string | undefined, reason: string): string =>
  `${pageOf(reference)}?problem=${reason}`;

/** The page, where it says what was just done. */
export const doneOn = (reference: string | undefined, what: Done): string =>
  `${pageOf(reference)}?done=${what}${AT_DONE}`;

/** The page, with what was wrong with something typed; who comes back to it later is not told again. */
export const refusedOn = (reference: string | undefined): string => `${pageOf(reference)}?refused=yes`;

/** The copy of a document, as a page or as a file; without a number the newest. */
export const copyAddress = (reference: string, slug: string, number?: number, file?: 'copy.pdf'): string =>
  [pageOf(reference), 'documents', slug, ...(file ? [file] : [])].join('/') +
  (number === undefined ? '' : `?number=${number}`);

/** What the keys of the page's forms begin with. */
export const formsOf = (reference: string | undefined): string =>
  `staff/submissions/${(reference ?? '').slice(0, 20)}/`;

/** The key of a message that somebody began to write. */
export const messageForm = (reference: string | undefined): string => `${formsOf(reference)}write`;

/** The key of a request for more that somebody began to write. */
export const askForm = (reference: string | undefined): string => `${formsOf(reference)}ask-for-more`;

/** The key of a reason for opening it that somebody began to write. */
export const openForm = (reference: string | undefined): string => `${formsOf(reference)}open`;

/** The field of a section's questions in it: each group of choices has a name of its own. */
export const askedIn = (section: string): string => `question-${section}`;

/** Who has read the file; and the same as a file for a spreadsheet. */
export const readsPage = (reference: string | undefined): string => `${pageOf(reference)}/reads`;

/** The key of a clinical note that somebody began to write. */
export const noteForm = (reference: string | undefined): string => `${formsOf(reference)}note`;

/** The key of a note that somebody began to put right. */
export const correctionForm = (reference: string | undefined, noteId: string): string =>
  `${formsOf(reference)}correct-note/${noteId}`;

/** The field of a note's right words: each note on the page has its own. */
export const correctionOf = (noteId: string): string => `correction-${noteId}`;

/** Where somebody keeps notes for themselves alone. */
export const processNotesPage = (reference: string | undefined): string =>
  `${pageOf(reference)}/process-notes`;

/** What accepting somebody does, before it is done. */
export const acceptPage = (reference: string | undefined): string => `${pageOf(reference)}/accept`;

/** Where it is chosen what of a file goes on paper. */
export const printPage = (reference: string | undefined): string => `${pageOf(reference)}/print`;
