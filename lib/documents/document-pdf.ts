// A copy as a PDF file that a screen reader can read too: tagged headings, lists and tables, fonts inside, pages numbered.
import PDFDocument from 'pdfkit';
import { MARGIN, PdfPage, plain } from './pdf-page';
import { drawSection, type PdfSection } from './pdf-sections';

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
  for (const section of copy.sections) await drawSection(page, section);
  root.end();
  page.feet(copy.foot);
  doc.end();
  return done;
}
