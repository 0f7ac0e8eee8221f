// The copy of a document as a PDF file to keep: the same words as on its page.
import { getLocale, getTranslations } from 'next-intl/server';
import { boxLines, copyLead, copyTitle, recordRows } from '@/components/copy-words';
import { documentPdf, paperOf } from '@/lib/documents/document-pdf';
import { canPrint } from '@/lib/documents/pdf-letters';
import { partsOf } from '@/lib/documents/published-text';
import type { SignedCopy } from '@/lib/documents/signed-copy';

/** The bytes of the file. `zone`: whose clock tells when; `country`: the clinic's, which decides the paper. */
export async function copyFile(copy: SignedCopy, { zone, country }: { zone: string; country: string }) {
  const t = await getTranslations('documents');
  const parts = partsOf(copy.version);
  const rows = recordRows(t, copy, zone, await getLocale());
  const boxes = boxLines(t, copy);
  const lead = [
    copyLead(t, copy),
    ...(rows.every(({ value }) => canPrint(value)) ? [] : [t('copy.pdfMissingLetters')]),
  ];
  return documentPdf({
    title: copyTitle(t, copy, parts.title),
    browserTitle: t('copy.browserTitle'),
    locale: parts.locale,
    lead: lead.join(' '),
    sections: [
      { heading: t('inShort'), items: parts.summary },
      { markdown: copy.version.body },
      ...(boxes.length > 0 ? [{ heading: t('copy.boxes'), items: boxes }] : []),
      { heading: t('copy.record'), rows },
    ],
    foot: (page, of) => t('copy.page', { page, of }),
    paper: paperOf(country),
  });
}
