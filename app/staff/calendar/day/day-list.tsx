// One clinician's day as a list: who comes when, and below it what is still free.
import { useTranslations } from 'next-intl';
import { AppointmentStatus } from '@/components/appointment-status';
import { Clock, clockTime } from '@/components/clock';
import { Table } from '@/components/ui/table';
import type { Calendar, CalendarAppointment, CalendarRow } from '@/lib/calendar/calendar';
import { addressOfSlot } from '@/lib/scheduling/slot-address';
import { appointmentPage, type CalendarView, calendarAddress } from '../../calendar-addresses';
import { HoursKept } from '../day-cell';
import { FREE } from '../marks';

type Shown = { view: CalendarView & { on: string }; calendar: Calendar; row: CalendarRow };

export function DayList({ view, calendar, row }: Shown) {
  const t = useTranslations('calendar');
  const { zone, days } = calendar;
  const { reference, name, today, mayClose, mayOpen } = row.clinician;
  const [cell] = row.cells;
  if (!cell) return null;
  const booked = [...cell.appointments, ...cell.cancelled].sort(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
  );
  return (
    <section aria-labelledby={`of-${reference}`} className="flow min-w-0 print:mb-6">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <h2 id={`of-${reference}`}>{name}</h2>
        <HoursKept cell={cell} zone={zone} holiday={days[0]?.holiday ?? false} />
        {mayOpen && cell.closed && view.on >= today && (
          <a className="no-print" href={openAddress(view, reference)}>
            {t('open')}
            <span className="sr-only"> {t('openHidden', { name })}</span>
          </a>
        )}
        {mayClose && !(cell.closed && booked.length === 0) && view.on >= today && (
          <a className="no-print" href={closeAddress(view, reference)}>
            {t('close')}
            <span className="sr-only"> {t('closeHidden', { name })}</span>
          </a>
        )}
      </div>
      {booked.length === 0 ? (
        <p>{t('nobody')}</p>
      ) : (
        <Booked name={name} booked={booked} zone={zone} names={view.names} />
      )}
      {cell.free.length > 0 && <Free row={row} calendar={calendar} times={cell.free} />}
    </section>
  );
}

const closeAddress = (view: CalendarView & { on: string }, reference: string) =>
  calendarAddress({ ...view, with: reference }).replace('/day?', '/close?');

const openAddress = (view: CalendarView & { on: string }, reference: string) =>
  calendarAddress({ ...view, with: reference }).replace('/day?', '/open?');

function Booked({
  name,
  booked,
  zone,
  names,
}: {
  name: string;
  booked: CalendarAppointment[];
  zone: string;
  names: boolean;
}) {
  const t = useTranslations('calendar');
  return (
    <Table
      caption={t('dayTable', { name })}
      captionHidden
      head={(['time', 'who', 'how', 'status'] as const).map((head) => t(`head.${head}`))}
      rows={booked.map(({ reference, startsAt, endsAt, client, format, status, unmarked }) => [
        <a key="time" href={appointmentPage(reference)} className="font-semibold whitespace-nowrap">
          <Clock at={startsAt} zone={zone} />–<Clock at={endsAt} zone={zone} />
        </a>,
        names ? (client.name ?? t('noName')) : client.initials,
        t(format),
        <AppointmentStatus key="status" status={status} unmarked={unmarked} />,
      ])}
    />
  );
}

function Free({ row, calendar, times }: { row: CalendarRow; calendar: Calendar; times: Date[] }) {
  const t = useTranslations('calendar');
  const { zone, mayChange } = calendar;
  const { reference, name } = row.clinician;
  const shape = `${FREE} inline-flex min-h-(--target) items-center px-3`;
  return (
    <div id={`free-${reference}`} className="no-print scroll-mt-40">
      <h3>{t('freeTimes')}</h3>
      <ul className="mt-2 flex flex-wrap gap-2">
        {times.map((startsAt) => {
          const time = clockTime(startsAt, zone);
          return (
            <li key={time}>
              {mayChange ? (
                <a
                  href={`/staff/appointments/book?${addressOfSlot({ with: reference, startsAt, zone })}`}
                  aria-label={t('book', { time, name })}
                  className={`${shape} no-underline hover:border-dusk hover:bg-dusk-pale`}
                >
                  {time}
                </a>
              ) : (
                <span className={shape}>{time}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
