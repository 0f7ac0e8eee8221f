// The client's appointment as a file for their calendar, when they ask for it.
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readRoute } from '@/lib/accounts/read-route';
import { requireClient } from '@/lib/accounts/require';
import { clock } from '@/lib/env/clock';
import { calendarFile } from '@/lib/scheduling/calendar-file';
import { ownCalendarEntry } from '@/lib/scheduling/own-calendar-entry';

export const GET = readRoute(async () => {
  const { actor } = await requireClient();
  const entry = await ownCalendarEntry(actor);
  if (!entry) redirect('/schedule');
  const title = (await getTranslations('schedule.calendar'))('entry');
  return new Response(calendarFile(entry, { title, at: clock.now() }), {
    headers: {
      'Content-Type': `text/calendar; charset=utf-8; method=${entry.cancelled ? 'CANCEL' : 'PUBLISH'}`,
      'Content-Disposition': 'attachment; filename="appointment.ics"',
      'Cache-Control': 'no-store',
    },
  });
});
