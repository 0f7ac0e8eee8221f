// A client's copy as the PDF file that they have, for clinicians and admins.
import type { NextRequest } from 'next/server';
import { copyFile } from '@/app/copy-file';
import { pdfAnswer } from '@/app/pdf-answer';
import { readRoute } from '@/lib/accounts/read-route';
import { requireStaff } from '@/lib/accounts/require';
import { drawInTurn } from '@/lib/documents/draw-in-turn';
import { loadCopy } from '../load-copy';

type Context = { params: Promise<{ reference: string; slug: string }> };

export const GET = readRoute(async ({ nextUrl }: NextRequest, { params }: Context) => {
  const { reference, slug } = await params;
  const { actor } = await requireStaff();
  return drawInTurn(actor.id, async () => {
    const { copy } = await loadCopy(reference, slug, nextUrl.searchParams.get('number') ?? undefined);
    return pdfAnswer(await copyFile(copy, copy), `copy-${copy.reference}-${slug}.pdf`);
  });
});
