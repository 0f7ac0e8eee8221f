// What a note may say: words that can be read, within bounds.
import { textFault, tidy } from '@/lib/clinic/readable-text';

/** Characters. */
export const LONGEST_NOTE = 20_000;

export type NoteFault = 'note-missing' | 'note-too-long' | 'note-not-readable';

/** What was typed, tidied; refused for what a page can say of the text. */
export function noteIn(typed: string): { ok: true; text: string } | { ok: false; reason: NoteFault } {
  const text = tidy(typed);
  if (text === '') return { ok: false, reason: 'note-missing' };
  const fault = textFault(text, LONGEST_NOTE);
  return fault ? { ok: false, reason: `note-${fault.reason}` } : { ok: true, text };
}
