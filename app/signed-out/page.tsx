// Says that it is over, what stays and what does not.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ButtonLink } from '@/components/ui/button';
import { Vignette } from '@/components/vignette';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('out.title') };
}

export default async function SignedOutPage() {
  const t = await getTranslations('signIn');
  return (
    <ClientPage>
      <Vignette scene="closed-door" />
      <h1>{t('out.title')}</h1>
      <p className="text-lead">{t('out.lead')}</p>
      <p>{t('out.history')}</p>
      <p className="flex flex-wrap gap-4">
        <ButtonLink href="/sign-in" kind="secondary">
          {t('out.again')}
        </ButtonLink>
        <ButtonLink href="/" kind="quiet">
          {t('out.first')}
        </ButtonLink>
      </p>
    </ClientPage>
  );
}
