// When time off or extra hours are, in words.
import type { useTranslations } from 'next-intl';
import type { DaysOfException } from '@/lib/scheduling/days-typed';
import { briefDate } from '@/lib/scheduling/week-in-words';

type Words = ReturnType<typeof useTranslations<'hours.days'>>;

/** "Mon 30 Nov 2026", or "Mon 30 Nov 2026 to Fri 4 Dec 2026". */
export const daysRange = (
  { from, until }: Pick<DaysOfException, 'from' | 'until'>,
  t: Words,
  locale: string,
) =>
  from === until
    ? briefDate(from, locale)
    : t('range', { from: briefDate(from, locale), until: briefDate(until, locale) });

/** "09:00 to 12:00", or that it is the whole day; `inLine` = after other words. */
export const daysTimes = (
  { startsLocal: starts, endsLocal: ends }: DaysOfException,
  t: Words,
  { inLine = false } = {},
) => (starts && ends ? t('times', { starts, ends }) : t(inLine ? 'wholeInLine' : 'whole'));
