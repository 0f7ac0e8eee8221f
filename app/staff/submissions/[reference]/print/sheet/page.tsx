// A file made for paper: what was chosen of it, black on white, and on every page that it is confidential, who printed it, and which page it is.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { SummaryList } from '@/components/ui/summary-list';
import { printPage } from '../../addresses';
import { loadSheet } from '../load-sheet';
import { sheetParts } from '../sheet';
import { nameOn, type SheetPart } from '../sheet-words';
import { PageMarks } from './page-marks';
import { PrintButton } from './print-button';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// By its text: the address is another object for the title than for the page.
const load = cache((reference: string, search: string) => loadSheet(reference, JSON.parse(search), 'paper'));
const sheetAskedFor = async ({ params, searchParams }: Props) =>
  load((await params).reference, JSON.stringify(await searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { printed } = await sheetAskedFor(props);
  const t = await getTranslations('print.sheet');
  return { title: t('browserTitle', { reference: printed.reference }) };
}

export default async function SheetPage(props: Props) {
  const { staff, printed, sheet } = await sheetAskedFor(props);
  const t = await getTranslations('print.sheet');
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <PageMarks printed={printed} />
      <BackLink href={printPage(printed.reference)}>{t('again')}</BackLink>
      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
        <PrintButton label={t('printNow')} />
        <p className="text-ink-soft">{t('printHow')}</p>
      </div>
      <article className="flow max-w-page">
        <p className="font-semibold">{t('confidential')}</p>
        <h1>{nameOn(sheet)}</h1>
        <p>{t('lead', { ...printed, zone: sheet.file.zone })}</p>
        {!sheet.choice.safety && <p className="font-semibold">{t('leftOut')}</p>}
        {sheetParts(sheet).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id and never move
          <Part key={index} part={part} />
        ))}
      </article>
    </StaffPage>
  );
}

function Part({ part: { level, heading, rows = [], texts = [] } }: { part: SheetPart }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <>
      <Heading>{heading}</Heading>
      {rows.length > 0 && <SummaryList rows={rows} />}
      {texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no id and never move
        <p key={index} className="max-w-line whitespace-pre-line wrap-anywhere">
          {text}
        </p>
      ))}
    </>
  );
}
