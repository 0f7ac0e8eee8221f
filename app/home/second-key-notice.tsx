// Urges whoever shares an inbox to add a second key, once, calmly, with a way to say "not now"; and tells of wrong tries at a PIN, and of changes.

import { useTranslations } from 'next-intl';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/when';
import type { WrongTries } from '@/lib/accounts/wrong-tries';
import type { Home } from '@/lib/onboarding/home';

export function SecondKeyNotice() {
  const t = useTranslations('gettingIn.urge');
  return (
    <Notice kind="info" title={t('title')}>
      <p>{t('body')}</p>
      <form method="post" action="/home/getting-in/later">
        <MadeFor />
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

/** Somebody typed wrong PINs elsewhere: most often its owner, and if not, they should know. */
export function WrongTriesNotice({ tried: { count, since }, zone }: { tried: WrongTries; zone: string }) {
  const t = useTranslations('gettingIn.tried');
  return (
    <Notice kind="info" title={t('title', { count })}>
      <p>{t.rich('body', { count, when: () => <When at={since} zone={zone} /> })}</p>
      <p>
        {t.rich('what', {
          address: (words) => <a href="/home/address">{words}</a>,
          pin: (words) => <a href="/home/getting-in/pin">{words}</a>,
        })}
      </p>
    </Notice>
  );
}

/** Most often it was their own doing; if it was not, they know at once whom to call. */
export function WayInChanged({
  changed: { at, zone, phone },
}: {
  changed: NonNullable<Home['wayInChanged']>;
}) {
  const t = useTranslations('gettingIn.wasChanged');
  return (
    <Notice kind="quiet" title={t('title')}>
      <p>{t.rich('body', { when: () => <When at={at} zone={zone} /> })}</p>
      <p>
        {t.rich('what', {
          phone,
          see: (words) => <a href="/home/getting-in">{words}</a>,
          call: (words) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{words}</a>,
        })}
      </p>
    </Notice>
  );
}
