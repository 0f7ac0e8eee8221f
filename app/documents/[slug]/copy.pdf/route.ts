// The client's copy as a PDF file to keep.
import type { NextRequest } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { documentPdf } from '@/lib/documents/document-pdf';
import { canPrint } from '@/lib/documents/pdf-letters';
import { partsOf } from '@/lib/documents/published-text';
import { pdfAnswer } from '../../pdf-answer';
import { boxLines, recordRows } from '../copy-words';
import { loadCopy } from '../load-copy';

type Context = { params: Promise<{ slug: string }> };

export async function GET(_: NextRequest, { params }: Context) {
  const { slug } = await params;
  const copy = await loadCopy(slug);
  const t = await getTranslations('documents');
  const parts = partsOf(copy.version);
  const rows = recordRows(t, copy, copy.clinic.zone, await getLocale());
  const lead = [
    t('copy.lead'),
    ...(rows.every(({ value }) => canPrint(value)) ? [] : [t('copy.pdfMissingLetters')]),
  ];
  const bytes = await documentPdf({
    title: t('copy.title', { title: parts.title }),
    browserTitle: t('copy.browserTitle'),
    locale: parts.locale,
    lead: lead.join(' '),
    sections: [
      { heading: t('inShort'), items: parts.summary },
      { markdown: copy.version.body },
      { heading: t('copy.boxes'), items: boxLines(t, copy) },
      { heading: t('copy.record'), rows },
    ],
    foot: (page, of) => t('copy.page', { page, of }),
    paper: ['US', 'CA'].includes(copy.clinic.country) ? 'LETTER' : 'A4',
  });
  return pdfAnswer(bytes, `copy-${slug}.pdf`);
}
