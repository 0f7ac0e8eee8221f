// From the page of times to the waiting list: for whom none of them suits, and for whoever waits already.
import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import type { OnWaitlist } from '@/lib/scheduling/waitlist-of';
import { waitingPath } from './query';

export function NoneSuits({ times }: { times: Parameters<typeof waitingPath>[0] }) {
  const t = useTranslations('schedule.choose');
  return (
    <section aria-labelledby="none-suits" className="flow">
      <h2 id="none-suits">{t('noneSuits')}</h2>
      <p className="max-w-line">{t('noneSuitsSays')}</p>
      <p>
        <a href={waitingPath(times)} className="inline-flex min-h-(--target) items-center">
          {t('wait')}
        </a>
      </p>
    </section>
  );
}

export function WaitsNotice({ waitlist: { offer, zone } }: { waitlist: OnWaitlist }) {
  const t = useTranslations('waitlist');
  const locale = useLocale();
  return (
    <Notice kind="info" title={t(offer ? 'own.offer' : 'own.waits')}>
      {offer && <p>{instantInWords(offer.startsAt, zone, locale)}</p>}
      <p>
        <a href="/schedule/waiting">{t(offer ? 'home.take' : 'home.see')}</a>
      </p>
    </Notice>
  );
}
