// The week as a table: a clinician a row, a day a column. Where it is narrow, or the text large, each clinician's days stand below one another.
import { useLocale, useTranslations } from 'next-intl';
import type { Calendar, CalendarDay, CalendarRow } from '@/lib/calendar/calendar';
import { dateInWords, placeOf } from '@/lib/scheduling/time-in-words';
import type { CalendarView } from '../calendar-addresses';
import { DayCell } from './day-cell';

type Shown = { view: CalendarView; calendar: Calendar };

// Blocks instead of rows and cells are no table to some browsers, unless they are told.
const IS = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  head: { role: 'rowheader' },
  cell: { role: 'cell' },
};

export function WeekTable({ view, calendar }: Shown) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const { days, rows, zone } = calendar;
  const [from, until] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  return (
    <div className="@container">
      <table
        {...IS.table}
        className="block w-full border-collapse tabular-nums @min-[52rem]:table @min-[52rem]:table-fixed"
      >
        <caption className="sr-only">
          {t('table', { from: dateInWords(from, locale), until: dateInWords(until, locale) })}
        </caption>
        <thead {...IS.group} className="hidden @min-[52rem]:table-header-group">
          <tr {...IS.row}>
            <td className="w-[12%] border-b-2 border-control" />
            {days.map((day) => (
              <th
                {...IS.column}
                key={day.date}
                scope="col"
                className={`border-b-2 border-control px-2 py-[0.45em] text-start align-bottom font-semibold ${isEmpty(calendar, day.date) ? 'w-[8%]' : ''} ${day.isToday ? 'bg-dusk-pale' : ''}`}
              >
                <DayName day={day} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...IS.group} className="block @min-[52rem]:table-row-group">
          {rows.map((row) => (
            <tr
              {...IS.row}
              key={row.clinician.reference}
              className="mb-6 block @min-[52rem]:mb-0 @min-[52rem]:table-row"
            >
              <th
                {...IS.head}
                scope="row"
                className="block border-b-2 border-control py-2 text-start align-top font-semibold @min-[52rem]:table-cell @min-[52rem]:border-b @min-[52rem]:border-line @min-[52rem]:pe-3"
              >
                <Clinician row={row} zone={zone} />
              </th>
              {row.cells.map((cell, index) => (
                <td
                  {...IS.cell}
                  key={cell.date}
                  className={`grid grid-cols-1 gap-x-3 border-b border-line py-2 align-top @min-[17rem]:grid-cols-[6.5rem_minmax(0,1fr)] @min-[52rem]:table-cell @min-[52rem]:px-2 ${days[index]?.isToday ? '@min-[52rem]:bg-dusk-pale' : ''}`}
                >
                  <span className="font-semibold @min-[52rem]:hidden">
                    {days[index] && <DayName day={days[index]} />}
                  </span>
                  <DayCell view={view} calendar={calendar} row={row} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Nobody keeps hours then, and nobody is booked: such a column needs little room. */
const isEmpty = ({ rows, days }: Calendar, date: string): boolean =>
  !days.some((day) => day.date === date && day.holiday) &&
  rows.every(({ cells }) =>
    cells.every((cell) => cell.date !== date || (cell.hours.length === 0 && cell.appointments.length === 0)),
  );

function DayName({ day }: { day: CalendarDay }) {
  const t = useTranslations('calendar');
  const locale = useLocale();
  const at = new Date(`${day.date}T12:00Z`);
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', ...options }).format(at);
  return (
    <time dateTime={day.date} className="block">
      <span className="block">{say({ weekday: 'short', day: 'numeric', month: 'short' })}</span>
      {day.isToday && <span className="block text-small">{t('today')}</span>}
      {day.holiday && <span className="block text-small font-normal">{t('holiday')}</span>}
    </time>
  );
}

function Clinician({ row: { clinician }, zone }: { row: CalendarRow; zone: string }) {
  const t = useTranslations('calendar');
  return (
    <>
      {clinician.name}
      {clinician.zone !== zone && (
        <span className="block text-small font-normal text-ink-soft">
          {t('theirZone', { place: placeOf(clinician.zone) })}
        </span>
      )}
    </>
  );
}
