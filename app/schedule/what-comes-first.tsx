// Shown in place of the times while something is still to be done before a booking: what, and the way there.
import { useTranslations } from 'next-intl';
import { ClientPage } from '@/components/client-page';
import { ButtonLink } from '@/components/ui/button';

type Missing = { agreementsMissing: readonly string[]; formsMissing: readonly string[] };

export function WhatComesFirst({ missing }: { missing: Missing }) {
  const t = useTranslations('schedule');
  return (
    <ClientPage back={{ href: '/home', label: t('back') }} signedIn>
      <h1>{t('wait.title')}</h1>
      <p>{t('wait.text')}</p>
      <ul className="ms-5 list-disc">
        {missing.agreementsMissing.length > 0 && (
          <li>{t('wait.agreements', { count: missing.agreementsMissing.length })}</li>
        )}
        {missing.formsMissing.length > 0 && (
          <li>{t('wait.forms', { count: missing.formsMissing.length })}</li>
        )}
      </ul>
      <ButtonLink href="/home">{t('wait.go')}</ButtonLink>
    </ClientPage>
  );
}
