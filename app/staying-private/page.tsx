// What the site does to stay discreet, and what only the person can do.
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { Bullets } from '@/components/ui/bullets';
import { Notice } from '@/components/ui/notice';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quiet.private');
  return { title: t('title') };
}

export default function StayingPrivatePage() {
  const t = useTranslations('quiet.private');
  return (
    <ClientPage>
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('lead')}</p>
      <Notice kind="info" title={t('spy')}>
        <p>{t.rich('spySays', { help: (words) => <a href="/urgent-help">{words}</a> })}</p>
      </Notice>
      <h2>{t('browser')}</h2>
      <Bullets
        items={(['window', 'history', 'passwords', 'close'] as const).map((each) => t(`browserList.${each}`))}
      />
      <h2>{t('mail')}</h2>
      <Bullets items={(['own', 'previews', 'shared'] as const).map((each) => t(`mailList.${each}`))} />
      <h2>{t('home')}</h2>
      <p>{t('homeSays')}</p>
      <h2>{t('we')}</h2>
      <Bullets
        items={(['titles', 'mail', 'cookies', 'session', 'bill'] as const).map((each) => t(`weList.${each}`))}
      />
    </ClientPage>
  );
}
