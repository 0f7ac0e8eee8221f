// What changed between two texts of a document as staff write them: by part, block and word, Markdown and all.
import { marked } from 'marked';
import { blockChanges } from '@/lib/documents/block-changes';
import type { Piece } from '@/lib/documents/changed-words';
import { partsOf } from '@/lib/documents/published-text';

/** A part that stayed, or changed: then in pieces, word by word. */
export type Difference = { changed: boolean; pieces: Piece[] };

export const SHOWN_PARTS = ['title', 'browserTitle', 'summary', 'body', 'boxes'] as const;
export type ShownPart = (typeof SHOWN_PARTS)[number];

type Text = { parts: string; body: string };

/** By what is shown of a document; a part without a change is not in it. */
export function differencesBetween(
  before: Text,
  now: Text,
): { part: ShownPart; differences: Difference[] }[] {
  const [old, young] = [blocksByPart(before), blocksByPart(now)];
  return SHOWN_PARTS.map((part) => ({ part, differences: differences(old[part], young[part]) })).filter(
    (each) => each.differences.some(({ changed }) => changed),
  );
}

const blocksOf = (body: string) =>
  marked
    .lexer(body)
    .map(({ raw }) => raw.trim())
    .filter(Boolean);

function blocksByPart({ parts, body }: Text): Record<ShownPart, string[]> {
  const { title, browserTitle, summary, boxes } = partsOf({ parts });
  return {
    title: [title],
    browserTitle: [browserTitle],
    summary,
    body: blocksOf(body),
    boxes: boxes.map(({ label }) => label),
  };
}

/** Block by block, in the order in which both are read. */
export const differences = (before: readonly string[], now: readonly string[]): Difference[] =>
  blockChanges(before.map(inOnePlace), now.map(inOnePlace)).map(({ kind, pieces }) => ({
    changed: kind !== 'same',
    pieces,
  }));

const inOnePlace = (text: string) => ({ place: '', text });
