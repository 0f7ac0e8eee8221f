// The client's copy as a PDF file to keep.
import type { NextRequest } from 'next/server';
import { copyFile } from '@/app/copy-file';
import { pdfAnswer } from '@/app/pdf-answer';
import { readRoute } from '@/lib/accounts/read-route';
import { requireClient } from '@/lib/accounts/require';
import { DOCUMENT_SLUGS, type DocumentSlug } from '@/lib/documents/document-text';
import { drawInTurn } from '@/lib/documents/draw-in-turn';
import { loadCopy } from '../load-copy';

type Context = { params: Promise<{ slug: string }> };

export const GET = readRoute(async ({ nextUrl }: NextRequest, { params }: Context) => {
  const { slug } = await params;
  const { actor } = await requireClient();
  return drawInTurn(actor.id, async () => {
    const copy = await loadCopy(slug, nextUrl.searchParams.get('number') ?? undefined);
    // By its number: a name such as “couples” would tell something.
    const number = DOCUMENT_SLUGS.indexOf(slug as DocumentSlug) + 1;
    return pdfAnswer(await copyFile(copy, copy.clinic), `copy-${number}.pdf`);
  });
});
