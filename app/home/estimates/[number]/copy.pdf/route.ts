// The client's estimate as a PDF file to keep.
import type { NextRequest } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { pdfAnswer } from '@/app/pdf-answer';
import { estimateLines, estimateRows, estimateTotal } from '@/components/estimate-words';
import { readRoute } from '@/lib/accounts/read-route';
import { requireClient } from '@/lib/accounts/require';
import { asMarkdown } from '@/lib/documents/clinic-facts';
import { documentPdf, paperOf } from '@/lib/documents/document-pdf';
import { drawInTurn } from '@/lib/documents/draw-in-turn';
import { canPrint } from '@/lib/documents/pdf-letters';
import { type LoadedEstimate, loadEstimate } from '../load-estimate';
import { recordRows } from '../record-rows';

type Context = { params: Promise<{ number: string }> };

export const GET = readRoute(async (_: NextRequest, { params }: Context) => {
  const { number } = await params;
  const { actor } = await requireClient();
  return drawInTurn(actor.id, async () => {
    const loaded = await loadEstimate(number);
    return pdfAnswer(await estimateFile(loaded), `estimate-${loaded.estimate.number}.pdf`);
  });
});

async function estimateFile(loaded: LoadedEstimate): Promise<Buffer> {
  const [t, view] = [await getTranslations('estimates.copy'), await getTranslations('estimates.view')];
  const locale = await getLocale();
  const { number, contents } = loaded.estimate;
  const about = estimateRows(view, loaded.estimate, locale);
  const head = (['service', 'code', 'quantity', 'each', 'total'] as const).map((name) =>
    view(`head.${name}`),
  );
  const lines = estimateLines(view, contents, locale).map(({ service, code, quantity, each, total }) => [
    service,
    code,
    quantity,
    each,
    total,
  ]);
  const printable = [...about.map(({ value }) => value), ...lines.flat()].every(canPrint);
  return documentPdf({
    title: t('title'),
    browserTitle: t('browserTitle'),
    locale: contents.locale,
    lead: [t('lead'), ...(printable ? [] : [t('pdfMissingLetters')])].join(' '),
    sections: [
      { markdown: `## ${view('services')}\n\n${tableOf([head, ...lines])}` },
      { markdown: `**${asMarkdown(estimateTotal(view, contents, locale))}**` },
      { heading: view('about'), rows: about },
      ...contents.statements.map(({ heading, points }) => ({ heading, items: points })),
      { heading: t('record'), rows: recordRows(t, loaded, locale) },
    ],
    foot: (page, of) => t('page', { number, page, of }),
    paper: paperOf(loaded.country),
  });
}

/** A table in Markdown, made of plain words; the first row is its head. */
const tableOf = ([head = [], ...rows]: string[][]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(asMarkdown))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
