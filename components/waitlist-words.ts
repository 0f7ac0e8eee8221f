// What somebody waits for, as rows: days, time of day, with whom, until when.
import type { useTranslations } from 'next-intl';
import { dayName } from '@/lib/clinic/hours-in-words';
import { dayInWords, placeOf } from '@/lib/scheduling/time-in-words';
import { PARTS_OF_DAY, type PartOfDay, WEEKDAYS } from '@/lib/scheduling/waitlist-wishes';

type Words = ReturnType<typeof useTranslations<'waitlist'>>;

type Wishes = {
  weekdays: readonly number[];
  partsOfDay: readonly PartOfDay[];
  zone: string;
  /** Whom they wait for; null for whoever is free first. */
  name: string | null;
  endsAt: Date;
};

export function wishRows(t: Words, { weekdays, partsOfDay, zone, name, endsAt }: Wishes, locale: string) {
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'disjunction' });
  const days = WEEKDAYS.filter((day) => weekdays.includes(day)).map((day) => dayName(day, locale));
  const parts = PARTS_OF_DAY.filter((part) => partsOfDay.includes(part)).map((part) => t(`part.${part}`));
  const time = parts.length === PARTS_OF_DAY.length ? t('anyTime') : list.format(parts);
  const begun = time.charAt(0).toLocaleUpperCase(locale) + time.slice(1);
  return [
    { label: t('days'), value: days.length === WEEKDAYS.length ? t('anyDay') : list.format(days) },
    { label: t('parts'), value: t('inZone', { value: begun, zone: placeOf(zone) }) },
    { label: t('with'), value: name ?? t('anybody') },
    { label: t('until'), value: dayInWords(endsAt, zone, locale, true) },
  ];
}
