// The client's copy as a PDF file to keep.
import type { NextRequest } from 'next/server';
import { copyFile } from '@/app/copy-file';
import { pdfAnswer } from '@/app/pdf-answer';
import { loadCopy } from '../load-copy';

type Context = { params: Promise<{ slug: string }> };

export async function GET({ nextUrl }: NextRequest, { params }: Context) {
  const { slug } = await params;
  const copy = await loadCopy(slug, nextUrl.searchParams.get('number') ?? undefined);
  const bytes = await copyFile(copy, copy.clinic);
  return pdfAnswer(bytes, `copy-${slug}.pdf`);
}
