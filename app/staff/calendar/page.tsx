// The week of all clinicians: who is booked with whom, what is free, and who is away.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { requireStaff } from '@/lib/accounts/require';
import { readCalendar } from '@/lib/calendar/calendar';
import { dateInWords } from '@/lib/scheduling/time-in-words';
import { calendarViewOf } from '../calendar-addresses';
import type { Query } from '../queue-address';
import { CalendarBar } from './calendar-bar';
import { CalendarKey } from './calendar-key';
import { NobodyKeepsHours } from './nobody-keeps-hours';
import { WeekTable } from './week-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') };
}

export default async function CalendarPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, staff } = await requireStaff();
  const view = calendarViewOf('week', await searchParams);
  const calendar = await readCalendar(actor, view);
  const locale = await getLocale();
  const [first, last] = [calendar.days[0]?.date ?? '', calendar.days.at(-1)?.date ?? ''];
  const shown = { ...view, on: first };
  return (
    <StaffPage active="calendar" who={staff.name} roles={staff.roles}>
      <CalendarBar view={shown} calendar={calendar}>
        {dateInWords(first, locale)} – {dateInWords(last, locale)}
      </CalendarBar>
      {calendar.rows.length === 0 ? (
        <NobodyKeepsHours />
      ) : (
        <>
          <WeekTable view={shown} calendar={calendar} />
          <CalendarKey />
        </>
      )}
    </StaffPage>
  );
}
