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
  // Without a day on each they are all of one day, which is said to those who listen.
  const onDay =
    slots[0] && !withDay ? t('onDay', { day: dayInWords(slots[0].startsAt, zone, locale) }) : null;
  const wallClock = slots.map(({ startsAt }) => localTimeOf(startsAt, zone));
  return (
    <ul className={`grid gap-3 ${columns}`}>
      {slots.map(({ startsAt, clinician }, index) => {
        // When the clocks go back an hour happens twice: then its name says which.
        const twice = wallClock.filter((time) => time === wallClock[index]).length > 1;
        const query = addressOfSlot({ with: clinician.reference, startsAt, zone });
        return (
          <li key={startsAt.getTime()}>
            <a
              href={`/schedule/check?${query}${moving ? '&moving=yes' : ''}${only ? '&only=yes' : ''}`}
              className="time-choice edge"
            >
              {withDay && <span className="text-small">{dayInWords(startsAt, zone, locale)}</span>}
              <span className="font-semibold whitespace-nowrap text-ink">
                {timeInWords(startsAt, zone, locale)}
                {onDay && <span className="sr-only"> {onDay}</span>}
              </span>
              {twice && <span className="text-small">{zoneInWords(startsAt, zone, locale)}</span>}
              {zone !== clinicZone && <ClinicTime at={startsAt} zone={zone} clinicZone={clinicZone} />}
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
