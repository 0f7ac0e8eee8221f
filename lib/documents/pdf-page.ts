// The page of a PDF file as it is written: tagged headings, paragraphs, lists and tables, one below the other, and a foot on each page.
import { runsOf, type Weight } from './pdf-letters';

type Parent = PDFKit.PDFStructureElement;
/** Words in one weight after the other. */
export type Words = { text: string; weight: Weight }[];

/** Points. */
export const MARGIN = 64;
const INK = '#261a2c';
const SIZES = { H1: 20, H2: 14, H3: 12 };

export const plain = (text: string, weight: Weight = '400'): Words => [{ text, weight }];

export class PdfPage {
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

  list(items: Words[]) {
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

  table(rows: Words[][]) {
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

  feet(foot: (page: number, of: number) => string) {
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
