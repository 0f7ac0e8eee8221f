// The appointment for a calendar of one's own, and what whoever sees that calendar will read there.
import { useTranslations } from 'next-intl';
import { Bullets } from '@/components/ui/bullets';
import { ButtonLink } from '@/components/ui/button';

export function CalendarPart() {
  const t = useTranslations('schedule.calendar');
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t('heading')}</h2>
      <p>{t('shows')}</p>
      <Bullets items={[t('shared'), t('follows'), t('stays')]} />
      <p className="mt-4">
        <ButtonLink href="/schedule/booked/appointment.ics" kind="secondary">
          {t('get')}
        </ButtonLink>
      </p>
    </section>
  );
}
