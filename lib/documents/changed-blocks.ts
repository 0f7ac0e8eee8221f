// What is new in a text since it was signed, block by block, so that nobody has to read all of it again to find out.
import { marked } from 'marked';

/** Paragraphs, lists, headings, as Markdown. */
export const blocksOf = (body: string) =>
  marked
    .lexer(body)
    .map(({ raw }) => raw.trim())
    .filter(Boolean);

/** The blocks of `now` (paragraphs, lists, headings, as Markdown) that `before` did not have word for word. */
export function changedBlocks(before: string, now: string): string[] {
  const known = new Set(blocksOf(before));
  return blocksOf(now).filter((block) => !known.has(block));
}
