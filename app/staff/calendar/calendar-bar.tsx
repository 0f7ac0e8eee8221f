// What of the calendar is shown: its days, the ways to others, and whose it is.
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FILTER_LINK, FilterChoice } from '@/components/filter-choice';
import { TextField } from '@/components/ui/text-field';
import type { Calendar } from '@/lib/calendar/calendar';
import { beginningOf, daysAfter } from '@/lib/scheduling/calendar-dates';
import { placeOf, zoneInWords } from '@/lib/scheduling/time-in-words';
import { type CalendarView, calendarAddress, calendarPath } from '../calendar-addresses';
import { WhoseSelect } from '../whose-select';

type Shown = { view: CalendarView & { on: string }; calendar: Calendar };

export function CalendarBar({ view, calendar, children }: Shown & { children: ReactNode }) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const { zone } = calendar;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <h1>{t('title')}</h1>
          <p className="mt-1 text-[1.15em] font-semibold">{children}</p>
          <p className="text-ink-soft">
            {t('zone', {
              name: zoneInWords(beginningOf(view.on, zone), zone, locale),
              place: placeOf(zone),
            })}
          </p>
        </div>
        <GoTo view={view} calendar={calendar} />
      </div>
      <Ways view={view} calendar={calendar} />
    </>
  );
}

/** By a date, and whose: without JavaScript too. */
function GoTo({ view, calendar: { clinicians, chosen } }: Shown) {
  const t = useTranslations('calendar');
  return (
    <form action={calendarPath(view.span)} className="no-print flex flex-wrap items-end gap-3">
      {view.names && <input type="hidden" name="names" value="on" />}
      <TextField name="on" type="date" label={t('goTo')} defaultValue={view.on} size="short" />
      <WhoseSelect clinicians={clinicians} chosen={chosen} />
    </form>
  );
}

function Ways({ view, calendar: { today, mayChange } }: Shown) {
  const t = useTranslations('calendar');
  const { span, on } = view;
  const step = span === 'week' ? 7 : 1;
  return (
    <div className="no-print -ms-3 flex flex-wrap items-center gap-x-1 gap-y-1">
      <nav aria-label={t(`move.${span}`)} className="flex flex-wrap items-center">
        <a className={FILTER_LINK} href={calendarAddress(view, { on: daysAfter(on, -step) })}>
          {t(`earlier.${span}`)}
        </a>
        <a className={FILTER_LINK} href={calendarAddress(view, { on: today })}>
          {t(`now.${span}`)}
        </a>
        <a className={FILTER_LINK} href={calendarAddress(view, { on: daysAfter(on, step) })}>
          {t(`later.${span}`)}
        </a>
      </nav>
      <span className="mx-2 hidden h-5 border-s border-line sm:inline" aria-hidden="true" />
      <nav aria-label={t('view')} className="flex flex-wrap items-center">
        {(['week', 'day'] as const).map((each) => (
          <FilterChoice
            key={each}
            chosen={each === span}
            href={calendarAddress(view, { span: each, on: dayToShow(view, each, today) })}
          >
            {t(each)}
          </FilterChoice>
        ))}
        <a className={FILTER_LINK} href={calendarAddress(view, { names: !view.names })}>
          {t(view.names ? 'namesOff' : 'namesOn')}
        </a>
        {mayChange && (
          <a className={FILTER_LINK} href="/staff/phone">
            {t('phone')}
          </a>
        )}
      </nav>
    </div>
  );
}

/** From this week to today; from another to its first day. */
function dayToShow({ span, on }: Shown['view'], to: CalendarView['span'], today: string): string {
  if (span === 'day' || to === 'week') return on;
  return on <= today && today < daysAfter(on, 7) ? today : on;
}
