// One clinician's day in a cell: the hours they keep, who is booked, and how much is free.
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppointmentStatus } from '@/components/appointment-status';
import { Clock } from '@/components/clock';
import { FormatMark } from '@/components/format-mark';
import type { Calendar, CalendarAppointment, CalendarCell, CalendarRow } from '@/lib/calendar/calendar';
import { dateInWords } from '@/lib/scheduling/time-in-words';
import { appointmentPage, type CalendarView, calendarAddress } from '../calendar-addresses';
import { AWAY, BOOKED, FREE } from './marks';
import { Stretches } from './stretches';

type Shown = { view: CalendarView; calendar: Calendar; row: CalendarRow; cell: CalendarCell };

export function DayCell({ view, calendar, row, cell }: Shown) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const { zone } = calendar;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <HoursKept cell={cell} zone={zone} holiday={isHoliday(calendar, cell.date)} />
      {cell.appointments.length > 0 && (
        <ul className="flex flex-col gap-1">
          {cell.appointments.map((each) => (
            <li key={each.reference}>
              <Booked appointment={each} zone={zone} names={view.names} />
            </li>
          ))}
        </ul>
      )}
      {cell.free.length > 0 && (
        <a
          href={`${calendarAddress(view, { span: 'day', on: cell.date })}#free-${row.clinician.reference}`}
          className={`${FREE} inline-flex min-h-(--target) items-center self-start px-2 no-underline hover:border-dusk hover:bg-dusk-pale @min-[52rem]:self-stretch`}
        >
          {t('free', { count: cell.free.length })}
          <span className="sr-only">
            {' '}
            {t('freeHidden', { name: row.clinician.name, day: dateInWords(cell.date, locale) })}
          </span>
        </a>
      )}
    </div>
  );
}

const isHoliday = ({ days }: Calendar, date: string) => days.some((day) => day.date === date && day.holiday);

/** When they are there; and when they are not, why. */
export function HoursKept({ cell, zone, holiday }: { cell: CalendarCell; zone: string; holiday: boolean }) {
  const t = useTranslations('calendar');
  const { hours, off } = cell;
  const away = (words: ReactNode) => <span className={`${AWAY} block px-2 py-1`}>{words}</span>;
  if (hours.length === 0 && holiday) return away(t('closed'));
  if (hours.length === 0) return <span className="text-ink-soft">{t('noHours')}</span>;
  if (isAllOf(off, hours)) return away(t('away'));
  return (
    <>
      <span className="text-small text-ink-soft">
        {t.rich('hours', {
          hidden: (words) => <span className="sr-only">{words}</span>,
          times: () => <Stretches of={hours} zone={zone} />,
        })}
      </span>
      {off.length > 0 && away(t.rich('awayPart', { times: () => <Stretches of={off} zone={zone} /> }))}
    </>
  );
}

const length = (stretches: CalendarCell['off']) =>
  stretches.reduce((sum, { from, until }) => sum + until - from, 0);

const isAllOf = (off: CalendarCell['off'], hours: CalendarCell['hours']) => length(off) === length(hours);

function Booked({
  appointment,
  zone,
  names,
}: {
  appointment: CalendarAppointment;
  zone: string;
  names: boolean;
}) {
  const t = useTranslations('calendar');
  const { reference, startsAt, format, status, unmarked, client } = appointment;
  return (
    <a
      href={appointmentPage(reference)}
      className={`${BOOKED} flex min-h-(--target) flex-wrap items-center gap-x-2 px-2 py-1 text-ink no-underline hover:border-dusk hover:bg-sunk`}
    >
      <span className="font-semibold">
        <Clock at={startsAt} zone={zone} />
      </span>
      <span className={names ? 'min-w-0' : 'tracking-wide'}>
        {names ? (client.name ?? t('noName')) : client.initials}
      </span>
      <FormatMark format={format} />
      {(unmarked || status !== 'booked') && <AppointmentStatus status={status} unmarked={unmarked} />}
    </a>
  );
}
