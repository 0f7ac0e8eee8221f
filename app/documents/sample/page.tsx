// The sample document: whoever can read its word can open what we send.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { SummaryList } from '@/components/ui/summary-list';
import { clientIfAny } from '@/lib/accounts/require';
import { SAMPLE_WORD } from '@/lib/documents/texts/electronic-records';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('documents.samplePage');
  return { title: t('browserTitle') };
}

export default async function SamplePage() {
  const t = await getTranslations('documents.samplePage');
  const client = await clientIfAny();
  const back = { href: '/documents/electronic-records#sample-word', label: t('back') };
  return (
    <ClientPage back={back} caption={t('caption')} signedIn={client !== null}>
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <p>
        {t('wordIntro')} <strong>{SAMPLE_WORD}</strong>
      </p>
      <p>{t('after')}</p>
      <p>
        <a href="/documents/sample.pdf">{t('pdf')}</a>
      </p>
      <p>{t('record')}</p>
      <SummaryList
        rows={[
          { label: t('rows.name'), value: t('nameValue') },
          { label: t('rows.when'), value: t('whenValue') },
        ]}
      />
    </ClientPage>
  );
}
