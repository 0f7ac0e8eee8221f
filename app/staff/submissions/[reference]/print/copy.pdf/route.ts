// A file as a PDF that a screen reader can read: what was chosen of it and nothing else, marked on every page.
import type { NextRequest } from 'next/server';
import { getLocale } from 'next-intl/server';
import { pdfAnswer } from '@/app/pdf-answer';
import { readRoute } from '@/lib/accounts/read-route';
import { requireFreshStaff } from '@/lib/accounts/require';
import { documentPdf } from '@/lib/documents/document-pdf';
import { drawInTurn } from '@/lib/documents/draw-in-turn';
import { loadSheet } from '../load-sheet';
import { sheetCopy } from '../sheet-copy';

type Context = { params: Promise<{ reference: string }> };

export const GET = readRoute(async ({ nextUrl: { searchParams } }: NextRequest, { params }: Context) => {
  const { reference } = await params;
  const { actor } = await requireFreshStaff();
  const search = Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)]));
  return drawInTurn(actor.id, async () => {
    const { sheet, printed, country } = await loadSheet(reference, search, 'pdf');
    const bytes = await documentPdf(sheetCopy(sheet, printed, { locale: await getLocale(), country }));
    return pdfAnswer(bytes, `record-${printed.reference}.pdf`);
  });
});
