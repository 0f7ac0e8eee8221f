// What happens to hours in the night the clocks change, said where they meet it and nowhere else.
import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { WorkingHours } from '@/lib/scheduling/availability';
import { clockChanges } from '@/lib/scheduling/clock-changes';
import { briefDate, timeOfMinutes } from '@/lib/scheduling/week-in-words';

export function ClockNotes({ hours, now }: { hours: WorkingHours; now: Date }) {
  const t = useTranslations('hours.clocks');
  const locale = useLocale();
  const changes = clockChanges(hours, now);
  if (changes.length === 0) return null;
  return (
    <Notice kind="quiet" title={t('title')}>
      {changes.map(({ kind, date, from, until }) => (
        <p key={`${date} ${from}`}>
          {t(kind, {
            date: briefDate(date, locale),
            ...{ from: timeOfMinutes(from), until: timeOfMinutes(until) },
          })}
        </p>
      ))}
    </Notice>
  );
}
