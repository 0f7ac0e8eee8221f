// What our server shows where there is nothing: said calmly, with urgent help and Exit where they always are.
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ButtonLink } from '@/components/ui/button';
import { Vignette } from '@/components/vignette';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quiet.missing');
  return { title: t('title') };
}

export default function Missing() {
  const t = useTranslations('quiet.missing');
  return (
    <ClientPage>
      <Vignette scene="empty-doorway" />
      <h1>{t('title')}</h1>
      <p>{t('says')}</p>
      <p>
        <ButtonLink href="/" kind="secondary">
          {t('back')}
        </ButtonLink>
      </p>
    </ClientPage>
  );
}
