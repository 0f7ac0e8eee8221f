// What happened to an appointment, and who did it.
import { useTranslations } from 'next-intl';
import { When } from '@/components/when';
import type { AppointmentFile } from '@/lib/calendar/appointment-file';

const NAMED = ['booked', 'moved', 'cancelled', 'attended', 'missed', 'unmarked'] as const;

export function AppointmentHistory({ file: { history, clinicZone } }: { file: AppointmentFile }) {
  const t = useTranslations('calendar.appointment');
  const at = (instant: Date) => <When at={instant} zone={clinicZone} />;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <ol className="flex flex-col gap-2">
        {history.map(({ id, at: happenedAt, event, by, startsAt }) => {
          const name = NAMED.find((each) => event === `appointment.${each}`);
          return (
            <li key={id}>
              <span className="block text-ink-soft">{at(happenedAt)}</span>
              {t.rich('line', {
                who: by.kind === 'staff' ? by.name : t(by.kind),
                what: () => name && t.rich(`event.${name}`, { when: () => startsAt && at(startsAt) }),
              })}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
