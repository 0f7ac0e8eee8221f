// Right after somebody said that others may read their mail: a PIN, now or later.
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** `here`: the question they were at, to come back to. */
export function PinOffer({ here }: { here: string }) {
  const t = useTranslations('gettingIn.offer');
  return (
    <Notice kind="info" title={t('title')}>
      <p>{t('body')}</p>
      <p>
        <ButtonLink href={`/home/getting-in/pin?${new URLSearchParams({ next: here })}`} kind="secondary">
          {t('set')}
        </ButtonLink>
      </p>
      <p>{t('later')}</p>
    </Notice>
  );
}
