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
  /** Say the day on each, where no heading does. */
  withDay?: boolean;
  moving: boolean;
  /** They are all of one clinician, chosen by name. */
  only: boolean;
};

export function TimeList({ slots, zone, clinicZone, withDay = false, moving, only }: Shown) {
  const t = useTranslations('schedule.choose');
  const locale = useLocale();
  const wide =
    withDay ||
    slots.some(({ startsAt }) => localTimeOf(startsAt, zone) !== localTimeOf(startsAt, clinicZone));
  const columns = wide
    ? 'grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]'
    : 'grid-cols-[repeat(auto-fill,minmax(6rem,1fr))]';
  const wallClock = slots.map(({ startsAt }) => localTimeOf(startsAt, zone));
  return (
    <ul className={`grid gap-3 ${columns}`}>
      {slots.map(({ startsAt, clinician }, index) => {
        const day = dayInWords(startsAt, zone, locale);
        // When the clocks go back an hour happens twice: then its name says which.
        const twice = wallClock.filter((time) => time === wallClock[index]).length > 1;
        const query = addressOfSlot({ with: clinician.reference, startsAt, zone });
        return (
          <li key={startsAt.getTime()}>
            <a
              href={`/schedule/check?${query}${moving ? '&moving=yes' : ''}${only ? '&only=yes' : ''}`}
              className="edge flex h-full min-h-11 flex-col justify-center rounded-soft border border-control bg-surface px-2 py-2 text-center leading-tight no-underline hover:border-dusk hover:bg-dusk-pale"
            >
              {withDay && <span className="text-small">{day}</span>}
              <span className="font-semibold whitespace-nowrap text-ink">
                {timeInWords(startsAt, zone, locale)}
                {!withDay && <span className="sr-only"> {t('onDay', { day })}</span>}
              </span>
              {twice && <span className="text-small">{zoneInWords(startsAt, zone, locale)}</span>}
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
