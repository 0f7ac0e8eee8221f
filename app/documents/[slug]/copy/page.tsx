// The client's copy of what they signed: the exact text, what they ticked, and the whole record.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { DocumentMarkdown } from '@/components/document-markdown';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Prose } from '@/components/ui/prose';
import { SummaryList } from '@/components/ui/summary-list';
import { partsOf } from '@/lib/documents/published-text';
import { boxLines, copyLead, copyTitle, recordRows } from '../copy-words';
import { InShort } from '../in-short';
import { copyPath, loadCopy } from '../load-copy';
import { OtherCopies } from './other-copies';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const copyAskedFor = async ({ params, searchParams }: Props) => {
  const { number } = await searchParams;
  return loadCopy((await params).slug, number === undefined ? undefined : String(number));
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  await copyAskedFor(props);
  const t = await getTranslations('documents');
  return { title: t('copy.browserTitle') };
}

export default async function CopyPage(props: Props) {
  const { slug } = await props.params;
  const copy = await copyAskedFor(props);
  const t = await getTranslations('documents');
  const rows = recordRows(t, copy, copy.clinic.zone, await getLocale());
  const { title, summary } = partsOf(copy.version);
  const boxes = boxLines(t, copy);
  return (
    <ClientPage back={{ href: '/home', label: t('back') }} caption={t('copy.caption')} signedIn>
      <h1>{copyTitle(t, copy, title)}</h1>
      <p>{copyLead(t, copy)}</p>
      {!copy.holds && <Notice kind="urgent">{t('copy.broken')}</Notice>}
      <ButtonRow>
        <ButtonLink href={copyPath(slug, copy, 'copy.pdf')} kind="secondary">
          {t('copy.pdf')}
        </ButtonLink>
      </ButtonRow>
      <InShort lines={summary} />
      <Prose>
        <DocumentMarkdown text={copy.version.body} />
      </Prose>
      {boxes.length > 0 && (
        <section aria-labelledby="boxes">
          <h2 id="boxes">{t('copy.boxes')}</h2>
          <ul className="flex max-w-line list-disc flex-col gap-2 ps-5 marker:text-dusk">
            {boxes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="record">
        <h2 id="record">{t('copy.record')}</h2>
        <div className="wrap-anywhere">
          <SummaryList rows={rows} />
        </div>
      </section>
      <OtherCopies slug={slug} copy={copy} zone={copy.clinic.zone} />
    </ClientPage>
  );
}
