// At home: that they wait for a time, or that one is kept for them, to take or to let go.

import { useLocale, useTranslations } from 'next-intl';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Home } from '@/lib/onboarding/home';
import { addressOfSlot } from '@/lib/scheduling/slot-address';
import { dayAndTimeInWords, instantInWords } from '@/lib/scheduling/time-in-words';
import type { LiveOffer } from '@/lib/scheduling/waitlist-of';

export function WaitlistNotice({ home: { waitlist, facts } }: { home: Pick<Home, 'waitlist' | 'facts'> }) {
  const t = useTranslations('waitlist.home');
  if (!waitlist) return null;
  if (waitlist.offer) return <OfferNotice offer={waitlist.offer} zone={waitlist.zone} />;
  return (
    <Notice kind="info" title={t('waits')}>
      {waitlist.takenBack && <p>{t('takenBack')}</p>}
      <p>{t(facts.sent ? 'waitsSent' : 'waitsSays')}</p>
      <p>
        <a href="/schedule/waiting">{t('see')}</a>
      </p>
    </Notice>
  );
}

function OfferNotice({ offer, zone }: { offer: LiveOffer; zone: string }) {
  const t = useTranslations('waitlist.home');
  const locale = useLocale();
  const { startsAt, expiresAt, name, reference } = offer;
  return (
    <Notice kind="info" title={t('offer')}>
      <p className="font-semibold">{instantInWords(startsAt, zone, locale)}</p>
      <p>{t('offerSays', { name, until: dayAndTimeInWords(expiresAt, zone, locale) })}</p>
      <form method="post" action="/schedule/waiting/let-go">
        <MadeFor />
        <input type="hidden" name="offer" value={reference} />
        <ButtonRow>
          <ButtonLink href={`/schedule/check?${addressOfSlot({ with: offer.with, startsAt, zone })}`}>
            {t('take')}
          </ButtonLink>
          <Button kind="secondary">{t('letGo')}</Button>
        </ButtonRow>
      </form>
    </Notice>
  );
}
