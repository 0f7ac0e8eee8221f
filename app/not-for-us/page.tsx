// A kind no: for who is under 18, or where nobody here is licensed. It asks nothing more, and says who else can help.
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { Bullets } from '@/components/ui/bullets';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Vignette } from '@/components/vignette';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quiet.notForUs');
  return { title: t('title') };
}

export default function NotForUsPage() {
  const t = useTranslations('quiet.notForUs');
  return (
    <ClientPage>
      <Vignette scene="way-on" />
      <h1>{t('heading')}</h1>
      <p className="text-lead">{t('lead')}</p>
      <Bullets items={[t('whyList.age'), t('whyList.place')]} />
      <p>
        {t.rich('slip', {
          place: (words) => <a href="/forms/1/a8">{words}</a>,
          birth: (words) => <a href="/forms/1/b3">{words}</a>,
        })}
      </p>
      <h2>{t('young')}</h2>
      <p>{t('youngSays')}</p>
      <h2>{t('where')}</h2>
      <Bullets items={(['doctor', 'body', 'later'] as const).map((each) => t(`whereList.${each}`))} />
      <Notice kind="quiet">
        <p>{t.rich('urgent', { help: (words) => <a href="/urgent-help">{words}</a> })}</p>
      </Notice>
      <p>{t('data')}</p>
      <p>
        <ButtonLink href="/" kind="secondary">
          {t('back')}
        </ButtonLink>
      </p>
    </ClientPage>
  );
}
