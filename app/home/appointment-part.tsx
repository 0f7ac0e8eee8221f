// When they come and to whom; or the time they had, when it was cancelled.
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { Home } from '@/lib/onboarding/home';
import { instantInWords } from '@/lib/scheduling/time-in-words';

export function AppointmentPart({ appointment }: { appointment: NonNullable<Home['appointment']> }) {
  const t = useTranslations('home');
  const locale = useLocale();
  return (
    <section aria-labelledby="appointment" className="rounded-soft border border-line bg-surface p-5">
      <h2 id="appointment">{t('appointment.heading')}</h2>
      <p className="mt-2 font-semibold">{instantInWords(appointment.startsAt, appointment.zone, locale)}</p>
      {appointment.movedFrom && (
        <p>
          {t('appointment.moved', { from: instantInWords(appointment.movedFrom, appointment.zone, locale) })}
        </p>
      )}
      <p>{t('appointment.with', { name: appointment.clinicianName })}</p>
      <p>
        {appointment.format === 'video'
          ? t('appointment.video')
          : t('appointment.in-person', { address: appointment.address })}
      </p>
      <p className="mt-3">
        <ButtonLink href="/schedule/booked" kind="secondary">
          {t('appointment.see')}
        </ButtonLink>
      </p>
    </section>
  );
}

/**
 * The time they had: a mail that may not name it says that it stands here. `over`: their way here has ended, so there
 * is no other time to choose.
 */
export function CancelledPart({
  cancelled,
  over,
}: {
  cancelled: NonNullable<Home['cancelled']>;
  over: boolean;
}) {
  const t = useTranslations('home.cancelled');
  const locale = useLocale();
  return (
    <section aria-labelledby="cancelled" className="rounded-soft border border-line bg-surface p-5">
      <h2 id="cancelled">{t('heading')}</h2>
      <p className="mt-2">{instantInWords(cancelled.startsAt, cancelled.zone, locale)}</p>
      <p>{t('with', { name: cancelled.clinicianName })}</p>
      {!over && <p>{t('says')}</p>}
    </section>
  );
}
