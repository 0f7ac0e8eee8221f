// What each service costs, before anybody signs in.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ReachClinic } from '@/components/reach-clinic';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { moneyInWords } from '@/lib/clinic/money';
import { publicClinic } from '@/lib/clinic/public-clinic';
import { settings } from '@/lib/env/settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quiet.fees');
  return { title: t('title') };
}

export default async function FeesPage() {
  const [t, locale, clinic] = await Promise.all([getTranslations('quiet.fees'), getLocale(), publicClinic()]);
  return (
    <ClientPage>
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('lead')}</p>
      {settings.demo && (
        <Notice kind="quiet">
          <p>{t('demo')}</p>
        </Notice>
      )}
      {clinic?.fees.length ? (
        <>
          <Table
            caption={t('table')}
            captionHidden
            head={[t('service'), t('length'), t('fee')]}
            numeric={[1, 2]}
            rows={clinic.fees.map(({ service, minutes, cents }) => [
              service,
              t('minutes', { minutes }),
              moneyInWords(cents, clinic.currency, locale),
            ])}
          />
          <h2>{t('cancel')}</h2>
          <p>{t('cancelSays', { hours: clinic.cancellationHours })}</p>
        </>
      ) : (
        <p>{t('none')}</p>
      )}
      <h2>{t('less')}</h2>
      <p>{t('lessSays')}</p>
      <ReachClinic clinic={clinic} />
    </ClientPage>
  );
}
