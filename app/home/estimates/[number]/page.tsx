// One of a client's estimates: what is expected and what it costs, to read, to save and to print.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { EstimateView } from '@/components/estimate-view';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { loadEstimate } from './load-estimate';
import { recordRows } from './record-rows';

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadEstimate((await params).number);
  return { title: (await getTranslations('estimates.copy'))('browserTitle') };
}

export default async function EstimateCopyPage({ params }: Props) {
  const loaded = await loadEstimate((await params).number);
  const t = await getTranslations('estimates.copy');
  const { estimate, newest } = loaded;
  const { number, contents, diagnosis, holds } = estimate;
  return (
    <ClientPage
      back={{ href: '/home/estimates', label: t('back') }}
      caption={t('caption', { number })}
      signedIn
    >
      <h1>{t('title')}</h1>
      {newest !== number && (
        <Notice kind="info">
          {t('newer')} <a href={`/home/estimates/${newest}`}>{t('newerLink')}</a>
        </Notice>
      )}
      <p>{t('lead')}</p>
      {!holds && <Notice kind="urgent">{t('broken')}</Notice>}
      <ButtonRow>
        <ButtonLink href={`/home/estimates/${number}/copy.pdf`} kind="secondary">
          {t('pdf')}
        </ButtonLink>
      </ButtonRow>
      <EstimateView contents={contents} diagnosis={diagnosis} />
      <Details summary={t('record')}>
        <div className="wrap-anywhere">
          <SummaryList rows={recordRows(t, loaded, await getLocale())} />
        </div>
      </Details>
    </ClientPage>
  );
}
