// The free times of one day: each a link to check it, with the practice's own time beside it where that differs.
import { useLocale, useTranslations } from 'next-intl';
import type { OpenSlot } from '@/lib/scheduling/open-slots';
import { addressOfSlot } from '@/lib/scheduling/slot-address';
import {
  dayInWords,
  localDateOf,
  localTimeOf,
  timeInWords,
  zoneInWords,
} from '@/lib/scheduling/time-in-words';

type Shown = {
  slots: readonly OpenSlot[];
  zone: string;
  clinicZone: string;
  /** Say whom each time is with. */
  names: boolean;
  /** Say the day on each, where no heading does. */
  withDay?: boolean;
  moving: boolean;
};

export function TimeList({ slots, zone, clinicZone, names, withDay = false, moving }: Shown) {
  const t = useTranslations('schedule.choose');
  const locale = useLocale();
  const wallClock = slots.map(({ startsAt }) => localTimeOf(startsAt, zone));
  return (
    <ul className="flex flex-wrap gap-3">
      {slots.map(({ startsAt, clinician }, index) => {
        const day = dayInWords(startsAt, zone, locale);
        // When the clocks go back an hour happens twice: then its name says which.
        const twice = wallClock.filter((time) => time === wallClock[index]).length > 1;
        const time =
          timeInWords(startsAt, zone, locale) + (twice ? ` ${zoneInWords(startsAt, zone, locale)}` : '');
        const query = addressOfSlot({ with: clinician.reference, startsAt, zone });
        return (
          <li key={startsAt.getTime()}>
            <a
              href={`/schedule/check?${query}${moving ? '&moving=yes' : ''}`}
              className="edge flex min-h-11 min-w-28 flex-col justify-center rounded-soft border border-control bg-surface px-4 py-2 text-center leading-tight no-underline hover:border-dusk hover:bg-dusk-pale"
            >
              {withDay && <span className="text-small">{day}</span>}
              <span className="font-semibold whitespace-nowrap text-ink">
                {time}
                {!withDay && <span className="sr-only"> {t('onDay', { day })}</span>}
              </span>
              {names && (
                <span className="text-small text-ink-soft">{t('with', { name: clinician.name })}</span>
              )}
              <ClinicTime at={startsAt} zone={zone} clinicZone={clinicZone} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function ClinicTime({ at, zone, clinicZone }: { at: Date; zone: string; clinicZone: string }) {
  const t = useTranslations('schedule.choose');
  const locale = useLocale();
  if (localTimeOf(at, zone) === localTimeOf(at, clinicZone)) return null;
  const time = timeInWords(at, clinicZone, locale);
  const sameDay = localDateOf(at, zone) === localDateOf(at, clinicZone);
  return (
    <span className="text-small text-ink-soft">
      {sameDay
        ? t('atClinic', { time })
        : t('atClinicOtherDay', { time, day: dayInWords(at, clinicZone, locale) })}
    </span>
  );
}
