// What changed between two texts of a document: which parts are new, which are gone, and within a part which words.
import { diffArrays } from 'diff';
import { marked } from 'marked';
import { changedWords, type Piece } from '@/lib/documents/changed-words';
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
export function differences(before: readonly string[], now: readonly string[]): Difference[] {
  const found: Difference[] = [];
  let gone: string[] = [];
  for (const { removed, added, value } of diffArrays([...before], [...now])) {
    if (removed) gone.push(...value);
    else if (added) {
      found.push(...inPairs(gone, value));
      gone = [];
    } else {
      found.push(...inPairs(gone, []), ...value.map((text) => whole('same', text)));
      gone = [];
    }
  }
  return [...found, ...inPairs(gone, [])];
}

const whole = (kind: Piece['kind'], text: string): Difference => ({
  changed: kind !== 'same',
  pieces: [{ kind, text }],
});

/** What went and what came in its place, one beside the other while they have words in common. */
function inPairs(gone: readonly string[], come: readonly string[]): Difference[] {
  const pairs = Math.max(gone.length, come.length);
  return Array.from({ length: pairs }).flatMap((_, at) => {
    const [before, now] = [gone[at], come[at]];
    if (before !== undefined && now !== undefined) return wordByWord(before, now);
    return before !== undefined ? [whole('removed', before)] : now !== undefined ? [whole('added', now)] : [];
  });
}

function wordByWord(before: string, now: string): Difference[] {
  const pieces = changedWords(before, now);
  return pieces ? [{ changed: true, pieces }] : [whole('removed', before), whole('added', now)];
}
