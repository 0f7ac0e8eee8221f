// What the marks of the calendar mean.
import { useTranslations } from 'next-intl';
import { FormatMark } from '@/components/format-mark';
import { AWAY, BOOKED, FREE } from './marks';

export function CalendarKey() {
  const t = useTranslations('calendar');
  const box = 'inline-block h-[1.1em] w-[1.8em] align-[-0.2em]';
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-ink-soft" aria-hidden="true">
      <li>
        <span className={`${box} ${BOOKED}`} /> {t('key.booked')}
      </li>
      <li>
        <span className={`${box} ${FREE}`} /> {t('key.free')}
      </li>
      <li>
        <span className={`${box} ${AWAY}`} /> {t('key.off')}
      </li>
      {(['video', 'in-person'] as const).map((format) => (
        <li key={format} className="flex items-center gap-1">
          <FormatMark format={format} /> {t(format)}
        </li>
      ))}
    </ul>
  );
}
