// One day, clinician by clinician: a list that can be printed.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { requireStaff } from '@/lib/accounts/require';
import { readCalendar } from '@/lib/calendar/calendar';
import { beginningOf } from '@/lib/scheduling/calendar-dates';
import { dayInWords } from '@/lib/scheduling/time-in-words';
import { calendarViewOf } from '../../calendar-addresses';
import type { Query } from '../../queue-address';
import { CalendarBar } from '../calendar-bar';
import { NobodyKeepsHours } from '../nobody-keeps-hours';
import { DayList } from './day-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') };
}

export default async function DayPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, staff } = await requireStaff();
  const query = await searchParams;
  const view = calendarViewOf('day', query);
  const calendar = await readCalendar(actor, view);
  const t = await getTranslations('calendar');
  const locale = await getLocale();
  const on = calendar.days[0]?.date ?? '';
  const shown = { ...view, on };
  return (
    <StaffPage active="calendar" who={staff.name} roles={staff.roles}>
      <CalendarBar view={shown} calendar={calendar}>
        {dayInWords(beginningOf(on, calendar.zone), calendar.zone, locale, true)}
      </CalendarBar>
      {query.closed === 'yes' && (
        <DoneNotice>
          {t('dayClosed', { moved: numberIn(query.moved), cancelled: numberIn(query.cancelled) })}
        </DoneNotice>
      )}
      {query.opened === 'yes' && <DoneNotice>{t('dayOpened')}</DoneNotice>}
      {calendar.rows.length === 0 && <NobodyKeepsHours />}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2 2xl:grid-cols-3 print:block">
        {calendar.rows.map((row) => (
          <DayList key={row.clinician.reference} view={shown} calendar={calendar} row={row} />
        ))}
      </div>
    </StaffPage>
  );
}

const numberIn = (written: Query[string]): number =>
  typeof written === 'string' && /^\d{1,2}$/.test(written) ? Number(written) : 0;
