// The client's copy as a PDF file to keep.
import type { NextRequest } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { documentPdf } from '@/lib/documents/document-pdf';
import { canPrint } from '@/lib/documents/pdf-letters';
import { partsOf } from '@/lib/documents/published-text';
import { pdfAnswer } from '../../pdf-answer';
import { boxLines, copyLead, copyTitle, recordRows } from '../copy-words';
import { loadCopy } from '../load-copy';

type Context = { params: Promise<{ slug: string }> };

export async function GET({ nextUrl }: NextRequest, { params }: Context) {
  const { slug } = await params;
  const copy = await loadCopy(slug, nextUrl.searchParams.get('number') ?? undefined);
  const t = await getTranslations('documents');
  const parts = partsOf(copy.version);
  const rows = recordRows(t, copy, copy.clinic.zone, await getLocale());
  const boxes = boxLines(t, copy);
  const lead = [
    copyLead(t, copy),
    ...(rows.every(({ value }) => canPrint(value)) ? [] : [t('copy.pdfMissingLetters')]),
  ];
  const bytes = await documentPdf({
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
    paper: ['US', 'CA'].includes(copy.clinic.country) ? 'LETTER' : 'A4',
  });
  return pdfAnswer(bytes, `copy-${slug}.pdf`);
}
