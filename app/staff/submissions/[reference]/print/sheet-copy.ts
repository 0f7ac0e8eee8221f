// A file's paper as a PDF copy: its parts as headings, rows and paragraphs, and who printed it on the foot of every page.
import { type PdfCopy, paperOf } from '@/lib/documents/document-pdf';
import { canPrint } from '@/lib/documents/pdf-letters';
import { sheetParts } from './sheet';
import { nameOn, type Sheet } from './sheet-words';

/** `when`: in the clinic's words for it. */
export type Printed = { reference: string; name: string; when: string };

export function sheetCopy(
  sheet: Sheet,
  printed: Printed,
  { locale, country }: { locale: string; country: string },
): PdfCopy {
  const { file, choice, t } = sheet;
  const parts = sheetParts(sheet);
  const title = nameOn(sheet);
  const words = parts.flatMap(({ rows = [], texts = [] }) => [...rows.map(({ value }) => value), ...texts]);
  return {
    title,
    browserTitle: t('sheet.browserTitle', { reference: printed.reference }),
    locale,
    lead: [
      `${t('sheet.confidential')}.`,
      t('sheet.lead', { ...printed, zone: file.zone }),
      ...(choice.safety ? [] : [t('sheet.leftOut')]),
      ...([title, ...words].every(canPrint) ? [] : [t('sheet.missingLetters')]),
    ].join(' '),
    sections: parts,
    foot: (page, of) => t('sheet.foot', { ...printed, page, of }),
    paper: paperOf(country),
  };
}
