// What a PDF copy is made of, and how each of it is drawn: rows, plain texts, lists, and the Markdown of documents.
import { setImmediate as others } from 'node:timers/promises';
import { type MarkedToken, marked, type Token } from 'marked';
import type { Weight } from './pdf-letters';
import { MARGIN, type PdfPage, plain, type Words } from './pdf-page';

export type PdfSection =
  | { heading: string; items: readonly string[] }
  | {
      /** None where the paragraphs stand right below the title. */
      heading?: string;
      /** 2 unless it stands below another. */
      level?: 2 | 3;
      /** Each line of a value is a paragraph, those after the first set in. */
      rows?: readonly { label: string; value: string }[];
      /** Paragraphs as somebody typed them, after the rows: nothing in them is markup. */
      texts?: readonly string[];
    }
  | { markdown: string };

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Drawn a block at a time: between two of them everybody else is answered. */
export async function drawSection(page: PdfPage, section: PdfSection) {
  if ('markdown' in section) return drawMarkdown(page, section.markdown);
  await others();
  if ('items' in section) {
    page.heading('H2', plain(section.heading, '700'));
    return page.list(section.items.map((item) => plain(item)));
  }
  if (section.heading) page.heading(section.level === 3 ? 'H3' : 'H2', plain(section.heading, '700'));
  for (const { label, value } of section.rows ?? []) {
    const [first = '', ...more] = linesOf(value);
    page.paragraph([{ text: `${label}: `, weight: '700' }, ...plain(first)]);
    for (const line of more) page.paragraph(plain(line), { at: MARGIN + 14 });
  }
  for (const line of (section.texts ?? []).flatMap(linesOf)) page.paragraph(plain(line));
}

async function drawMarkdown(page: PdfPage, text: string) {
  for (const token of marked.lexer(text) as MarkedToken[]) {
    await others();
    if (token.type === 'heading') page.heading(token.depth <= 2 ? 'H2' : 'H3', wordsOf(token.tokens, '700'));
    else if (token.type === 'list') page.list(token.items.map((item) => wordsOf(item.tokens)));
    else if (token.type === 'table')
      page.table([token.header, ...token.rows].map((row) => row.map((cell) => wordsOf(cell.tokens))));
    else if (token.type === 'paragraph') page.paragraph(wordsOf(token.tokens));
    else if (token.type === 'blockquote') page.paragraph(wordsOf(token.tokens));
    else if (token.type !== 'space' && token.type !== 'hr' && token.type !== 'def')
      page.paragraph(plain(token.raw));
  }
}

function wordsOf(tokens: Token[], weight: Weight = '400'): Words {
  return (tokens as MarkedToken[]).flatMap((token): Words => {
    if (token.type === 'strong') return wordsOf(token.tokens, '700');
    if (token.type === 'br') return plain(' ', weight);
    if (token.type === 'escape' || token.type === 'codespan') return plain(token.text, weight);
    if ('tokens' in token && token.tokens) return wordsOf(token.tokens, weight);
    return plain(token.type === 'text' ? token.text : token.raw, weight);
  });
}
