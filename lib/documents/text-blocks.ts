// A published text as the blocks a reader sees, in plain words: a paragraph, one point of a list, one row of a table.
import { type MarkedToken, marked, type Token } from 'marked';
import { partsOf } from '@/lib/documents/published-text';

/** Where a block stands: around the body, or in it, under its nearest heading. */
export type TextBlock = { place: 'title' | 'summary' | 'body' | 'boxes'; heading: string; text: string };

/** In the order of the page. `parts` and `body` as they are published. */
export function textBlocks(published: { parts: string; body: string }): TextBlock[] {
  const { title, summary, boxes } = partsOf(published);
  const at = (place: TextBlock['place'], text: string): TextBlock => ({ place, heading: '', text });
  return [
    at('title', title),
    ...summary.map((line) => at('summary', line)),
    ...bodyBlocks(published.body),
    ...boxes.map(({ label }) => at('boxes', label)),
  ];
}

function bodyBlocks(body: string): TextBlock[] {
  let heading = '';
  return marked.lexer(body).flatMap((token) => {
    if (token.type === 'heading') heading = wordsOf(token);
    return linesOf(token as MarkedToken)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .map((text) => ({ place: 'body' as const, heading, text }));
  });
}

function linesOf(token: MarkedToken): string[] {
  switch (token.type) {
    case 'list':
      return token.items.flatMap((item) => linesWithin(item.tokens));
    case 'blockquote':
      return linesWithin(token.tokens);
    case 'table':
      return [token.header, ...token.rows].map((row) => row.map((cell) => wordsOf(cell)).join(' – '));
    case 'space':
    case 'hr':
    case 'def':
      return [];
    default:
      return [wordsOf(token)];
  }
}

const linesWithin = (tokens: Token[]) => tokens.flatMap((token) => linesOf(token as MarkedToken));

/** The words of a token, without its marks. */
function wordsOf(token: { tokens?: Token[]; text?: string; raw?: string; type?: string }): string {
  if (token.type === 'br') return ' ';
  return token.tokens ? token.tokens.map(wordsOf).join('') : (token.text ?? token.raw ?? '');
}
