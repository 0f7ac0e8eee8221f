// A copy as a PDF file that a screen reader can read too: tagged headings, lists and tables, fonts inside, pages numbered.
import { setImmediate as others } from 'node:timers/promises';
import { type MarkedToken, marked, type Token } from 'marked';
import PDFDocument from 'pdfkit';
import { runsOf, type Weight } from '@/lib/documents/pdf-letters';

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

export type PdfCopy = {
  title: string;
  /** The file's own title: neutral. */
  browserTitle: string;
  locale: string;
  lead: string;
  sections: readonly PdfSection[];
  /** The foot of page `page` of `of`. */
  foot: (page: number, of: number) => string;
  paper: 'A4' | 'LETTER';
};

type Parent = PDFKit.PDFStructureElement;
type Words = { text: string; weight: Weight }[];

const MARGIN = 64;
const INK = '#261a2c';

/** What printers hold in that country. */
export const paperOf = (country: string): PdfCopy['paper'] =>
  ['US', 'CA'].includes(country) ? 'LETTER' : 'A4';

/** The bytes of the file. Drawn a block at a time: between two of them everybody else is answered. */
export async function documentPdf(copy: PdfCopy): Promise<Buffer> {
  const doc = new PDFDocument({
    size: copy.paper,
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: copy.locale,
    displayTitle: true,
    bufferPages: true,
    info: { Title: copy.browserTitle, Producer: 'Foyer', Creator: 'Foyer' },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const page = new PdfPage(doc, root);
  page.heading('H1', plain(copy.title, '700'));
  page.paragraph(plain(copy.lead));
  for (const section of copy.sections) await page.section(section);
  root.end();
  page.feet(copy.foot);
  doc.end();
  return done;
}

const plain = (text: string, weight: Weight = '400'): Words => [{ text, weight }];

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const SIZES = { H1: 20, H2: 14, H3: 12 };

class PdfPage {
  constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly root: Parent,
  ) {}

  heading(tag: keyof typeof SIZES, words: Words) {
    // A heading at the foot of a page would be parted from its text.
    if (this.doc.y > this.doc.page.height - MARGIN - 70) this.doc.addPage();
    this.doc.moveDown(tag === 'H1' ? 0 : 0.7);
    this.add(this.root, tag, () => this.write(words, SIZES[tag]));
    this.doc.moveDown(0.3);
  }

  paragraph(words: Words, place?: { at: number }) {
    this.add(this.root, 'P', () => this.write(words, undefined, place));
    this.doc.moveDown(0.5);
  }

  async section(section: PdfSection) {
    if ('markdown' in section) return this.markdown(section.markdown);
    await others();
    if ('items' in section) {
      this.heading('H2', plain(section.heading, '700'));
      return this.list(section.items.map((item) => plain(item)));
    }
    if (section.heading) this.heading(section.level === 3 ? 'H3' : 'H2', plain(section.heading, '700'));
    for (const { label, value } of section.rows ?? []) {
      const [first = '', ...more] = linesOf(value);
      this.paragraph([{ text: `${label}: `, weight: '700' }, ...plain(first)]);
      for (const line of more) this.paragraph(plain(line), { at: MARGIN + 14 });
    }
    for (const line of (section.texts ?? []).flatMap(linesOf)) this.paragraph(plain(line));
  }

  private async markdown(text: string) {
    for (const token of marked.lexer(text) as MarkedToken[]) {
      await others();
      if (token.type === 'heading')
        this.heading(token.depth <= 2 ? 'H2' : 'H3', wordsOf(token.tokens, '700'));
      else if (token.type === 'list') this.list(token.items.map((item) => wordsOf(item.tokens)));
      else if (token.type === 'table')
        this.table([token.header, ...token.rows].map((row) => row.map((cell) => wordsOf(cell.tokens))));
      else if (token.type === 'paragraph') this.paragraph(wordsOf(token.tokens));
      else if (token.type === 'blockquote') this.paragraph(wordsOf(token.tokens));
      else if (token.type !== 'space' && token.type !== 'hr' && token.type !== 'def')
        this.paragraph(plain(token.raw));
    }
  }

  private list(items: Words[]) {
    const list = this.doc.struct('L');
    this.root.add(list);
    for (const words of items) {
      const item = this.doc.struct('LI');
      list.add(item);
      this.add(item, 'Lbl', () => this.write(plain('•'), undefined, { at: MARGIN, width: 12 }));
      this.doc.moveUp();
      this.add(item, 'LBody', () => this.write(words, undefined, { at: MARGIN + 14 }));
      item.end();
      this.doc.moveDown(0.2);
    }
    list.end();
    this.doc.moveDown(0.4);
  }

  private table(rows: Words[][]) {
    const table = this.doc.struct('Table');
    this.root.add(table);
    const width = (this.doc.page.width - 2 * MARGIN) / Math.max(1, rows[0]?.length ?? 1);
    for (const [line, cells] of rows.entries()) {
      const row = this.doc.struct('TR');
      table.add(row);
      if (this.doc.y > this.doc.page.height - MARGIN - 48) this.doc.addPage();
      const top = this.doc.y;
      let bottom = top;
      for (const [column, words] of cells.entries()) {
        this.doc.y = top;
        const shown = line === 0 ? words.map(({ text }) => ({ text, weight: '700' as const })) : words;
        const place = { at: MARGIN + column * width, width: width - 8 };
        this.add(row, line === 0 ? 'TH' : 'TD', () => this.write(shown, undefined, place));
        bottom = Math.max(bottom, this.doc.y);
      }
      row.end();
      this.doc.y = bottom + 4;
    }
    table.end();
    this.doc.x = MARGIN;
    this.doc.moveDown(0.5);
  }

  private add(parent: Parent, tag: string, write: () => void) {
    const element = this.doc.struct(tag, {}, write);
    parent.add(element);
    element.end();
  }

  private write(words: Words, size = 10.5, { at = MARGIN, width }: { at?: number; width?: number } = {}) {
    const runs = words.flatMap(({ text, weight }) => runsOf(text.replace(/\s+/g, ' '), weight));
    const right = this.doc.page.width - MARGIN;
    this.doc.fillColor(INK).fontSize(size);
    for (const [index, { text, font }] of runs.entries()) {
      const continued = index < runs.length - 1;
      this.doc.font(font);
      if (index === 0)
        this.doc.text(text, at, this.doc.y, { width: width ?? right - at, lineGap: 2, continued });
      else this.doc.text(text, { continued });
    }
  }

  feet(foot: PdfCopy['foot']) {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      const bottom = this.doc.page.margins.bottom;
      this.doc.page.margins.bottom = 0; // else the foot would begin a page of its own
      this.doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      this.doc.y = this.doc.page.height - MARGIN / 2 - 8;
      this.write(plain(foot(page - start + 1, count)), 9);
      this.doc.endMarkedContent();
      this.doc.page.margins.bottom = bottom;
    }
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
