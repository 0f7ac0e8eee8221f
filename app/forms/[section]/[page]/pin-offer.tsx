// Right after somebody said that others may read their mail: a PIN, now or later.
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

export function PinOffer() {
  const t = useTranslations('gettingIn.offer');
  return (
    <Notice kind="info" title={t('title')}>
      <p>{t('body')}</p>
      <p>
        <ButtonLink href="/home/getting-in/pin" kind="secondary">
          {t('set')}
        </ButtonLink>
      </p>
      <p>{t('later')}</p>
    </Notice>
  );
}
