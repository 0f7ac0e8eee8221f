// When somebody is there, in the clinic's own time.
import { useLocale, useTranslations } from 'next-intl';
import type { Clinic } from '@/lib/clinic/clinic';
import { hoursInWords } from '@/lib/clinic/hours-in-words';
import { placeOf } from '@/lib/scheduling/time-in-words';

export function ClinicHours({ hours, zone }: Pick<Clinic, 'hours' | 'zone'>) {
  const t = useTranslations('forms.hours');
  const lines = hoursInWords(hours, useLocale());
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ from, to, opens, closes }) => (
        <li key={from + opens}>
          {to ? t('days', { from, to, opens, closes }) : t('day', { from, opens, closes })}
          {` ${t('zone', { place: placeOf(zone) })}`}
        </li>
      ))}
    </ul>
  );
}
