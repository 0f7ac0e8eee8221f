// What Exit does, and plainly what it can't do, before anybody has to rely on it.
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { Bullets } from '@/components/ui/bullets';
import { settings } from '@/lib/env/settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quiet.leaving');
  return { title: t('title') };
}

export default function LeavingPage() {
  const t = useTranslations('quiet.leaving');
  return (
    <ClientPage>
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('lead')}</p>
      <h2>{t('does')}</h2>
      <Bullets
        items={[
          t('doesList.covers'),
          t('doesList.signsOut'),
          t('doesList.weather', { site: new URL(settings.exitUrl).host }),
          t('doesList.saved'),
          t('doesList.typed'),
        ]}
      />
      <h2>{t('ways')}</h2>
      <Bullets items={(['press', 'keys', 'skip'] as const).map((each) => t(`waysList.${each}`))} />
      <h2>{t('doesnt')}</h2>
      <p>{t.rich('doesntSays', { private: (words) => <a href="/staying-private">{words}</a> })}</p>
      <p>{t('try')}</p>
    </ClientPage>
  );
}
