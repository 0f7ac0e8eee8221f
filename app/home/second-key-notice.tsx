// Urges whoever shares an inbox to add a second key: once, calmly, with a way to say "not now".
import { useTranslations } from 'next-intl';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

export function SecondKeyNotice() {
  const t = useTranslations('gettingIn.urge');
  return (
    <Notice kind="info" title={t('title')}>
      <p>{t('body')}</p>
      <form method="post" action="/home/getting-in/later">
        <ButtonRow>
          <ButtonLink href="/home/getting-in" kind="secondary">
            {t('add')}
          </ButtonLink>
          <Button kind="quiet">{t('later')}</Button>
        </ButtonRow>
      </form>
    </Notice>
  );
}
