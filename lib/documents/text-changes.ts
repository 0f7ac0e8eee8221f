// What has changed between two versions of a document, block by block and in each block word by word.
import { diffArrays, diffWordsWithSpace } from 'diff';
import { type TextBlock, textBlocks } from '@/lib/documents/text-blocks';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };
/** `heading`: the nearest one above, in the new text where the block is there. */
export type TextChange = Pick<TextBlock, 'place' | 'heading'> & {
  kind: 'new' | 'gone' | 'changed';
  pieces: Piece[];
};

type Published = { parts: string; body: string };

/** Of two blocks of which less than this much is the same, one went and another came. */
const ALIKE = 0.4;
/** Beyond this many differing words two blocks are not the same block any more. */
const MOST_EDITS = 2_000;

/** In the order of the page; empty when no word a reader sees is another. */
export function textChanges(before: Published, now: Published): TextChange[] {
  const changes: TextChange[] = [];
  const went: TextBlock[] = [];
  for (const { value, removed, added } of diffArrays(textBlocks(before), textBlocks(now), {
    comparator: (one, other) => one.place === other.place && one.text === other.text,
  })) {
    if (removed) went.push(...value);
    else changes.push(...replaced(went.splice(0), added ? value : []));
  }
  return [...changes, ...replaced(went, [])];
}

/** Blocks that went, beside those that came in their stead: pairs that are alike are one block that changed. */
function replaced(went: TextBlock[], came: readonly TextBlock[]): TextChange[] {
  const changes: TextChange[] = [];
  const gone = (block: TextBlock) => changes.push(whole(block, 'gone', 'removed'));
  for (const block of came) {
    const at = went.findIndex((old) => old.place === block.place && changedWords(old.text, block.text));
    const pieces = at < 0 ? null : changedWords(went[at]?.text ?? '', block.text);
    if (!pieces) {
      changes.push(whole(block, 'new', 'added'));
      continue;
    }
    for (const old of went.splice(0, at + 1).slice(0, -1)) gone(old);
    changes.push({ place: block.place, heading: block.heading, kind: 'changed', pieces });
  }
  for (const old of went) gone(old);
  return changes;
}

const whole = (
  { place, heading, text }: TextBlock,
  kind: 'new' | 'gone',
  piece: 'added' | 'removed',
): TextChange => ({ place, heading, kind, pieces: [{ kind: piece, text }] });

/** The words of both, or null when the two have too little in common. */
function changedWords(before: string, now: string): Piece[] | null {
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
