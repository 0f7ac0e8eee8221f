// What has changed between two versions of a document for whoever reads it as a page.
import { type BlockChange, blockChanges } from '@/lib/documents/block-changes';
import { type TextBlock, textBlocks } from '@/lib/documents/text-blocks';

/** `heading`: the nearest one above, in the new text where the block is there. */
export type TextChange = Pick<TextBlock, 'place' | 'heading'> & {
  kind: Exclude<BlockChange<TextBlock>['kind'], 'same'>;
  pieces: BlockChange<TextBlock>['pieces'];
};

type Published = { parts: string; body: string };

/** In the order of the page; empty when no word a reader sees is another. */
export const textChanges = (before: Published, now: Published): TextChange[] =>
  blockChanges(textBlocks(before), textBlocks(now)).flatMap(({ block: { place, heading }, kind, pieces }) =>
    kind === 'same' ? [] : [{ place, heading, kind, pieces }],
  );
