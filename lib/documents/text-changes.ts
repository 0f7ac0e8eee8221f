// What has changed between two versions of a document, block by block and in each block word by word.
import { diffArrays } from 'diff';
import { changedWords, type Piece } from '@/lib/documents/changed-words';
import { type TextBlock, textBlocks } from '@/lib/documents/text-blocks';

/** `heading`: the nearest one above, in the new text where the block is there. */
export type TextChange = Pick<TextBlock, 'place' | 'heading'> & {
  kind: 'new' | 'gone' | 'changed';
  pieces: Piece[];
};

type Published = { parts: string; body: string };

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
