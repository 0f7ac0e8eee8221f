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
import { boxLines, recordRows } from '../copy-words';
import { InShort } from '../in-short';
import { loadCopy } from '../load-copy';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadCopy((await params).slug);
  const t = await getTranslations('documents');
  return { title: t('copy.browserTitle') };
}

export default async function CopyPage({ params }: Props) {
  const { slug } = await params;
  const copy = await loadCopy(slug);
  const t = await getTranslations('documents');
  const rows = recordRows(t, copy, copy.clinic.zone, await getLocale());
  const { title, summary } = partsOf(copy.version);
  return (
    <ClientPage back={{ href: '/home', label: t('back') }} caption={t('copy.caption')} signedIn>
      <h1>{t('copy.title', { title })}</h1>
      <p>{t('copy.lead')}</p>
      {!copy.holds && <Notice kind="urgent">{t('copy.broken')}</Notice>}
      <ButtonRow>
        <ButtonLink href={`/documents/${slug}/copy.pdf`} kind="secondary">
          {t('copy.pdf')}
        </ButtonLink>
      </ButtonRow>
      <InShort lines={summary} />
      <Prose>
        <DocumentMarkdown text={copy.version.body} />
      </Prose>
      <section aria-labelledby="boxes">
        <h2 id="boxes">{t('copy.boxes')}</h2>
        <ul className="flex max-w-line list-disc flex-col gap-2 ps-5 marker:text-dusk">
          {boxLines(t, copy).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="record">
        <h2 id="record">{t('copy.record')}</h2>
        <div className="wrap-anywhere">
          <SummaryList rows={rows} />
        </div>
      </section>
    </ClientPage>
  );
}
