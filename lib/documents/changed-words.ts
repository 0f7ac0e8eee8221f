// Two wordings of one passage, word by word; or that they are two passages.
import { diffWordsWithSpace } from 'diff';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Of two passages of which less than this much is the same, one went and another came. */
const ALIKE = 0.4;
/** Beyond this many differing words they are not the same passage any more, and are not compared for ever. */
const MOST_EDITS = 2_000;

/** The words of both in reading order, or null when the two have too little in common. */
export function changedWords(before: string, now: string): Piece[] | null {
  const parts = diffWordsWithSpace(before, now, { maxEditLength: MOST_EDITS });
  if (!parts) return null;
  const pieces = parts.map(
    ({ value, added, removed }): Piece => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  );
  // Spaces are alike in every two sentences: letters alone are counted.
  const letters = (kinds: Piece['kind'][]) =>
    pieces.reduce(
      (sum, { kind, text }) => sum + (kinds.includes(kind) ? text.replace(/\s/g, '').length : 0),
      0,
    );
  const longer = Math.max(letters(['same', 'added']), letters(['same', 'removed']));
  return letters(['same']) >= longer * ALIKE ? pieces : null;
}
