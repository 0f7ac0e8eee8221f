// Opens the day as it was looked at; opened twice is opened once.
import { formRoute } from '@/lib/accounts/form-route';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { dateIn } from '@/lib/scheduling/calendar-dates';
import { changeDays } from '@/lib/scheduling/change-days';
import { OPEN, wholeDayOff } from '../addresses';

export const POST = formRoute<{ clinician: string; date: string; shown: string }>({
  who: { staff: [...MAY_SCHEDULE] },
  form: () => OPEN,
  page: () => '/staff/calendar',
  parse: (fields) => ({
    ok: true,
    input: {
      clinician: fields.one('with'),
      date: dateIn(fields.one('on')) ?? '',
      shown: fields.one('shown'),
    },
  }),
  act: async ({ actor }, { clinician, date, shown }) => {
    if (!date) return { to: '/staff/calendar' };
    const days = wholeDayOff(date);
    const done = await changeDays(actor, { clinician, what: 'remove', days, shown, confirmed: '' });
    const where = new URLSearchParams({ with: clinician, on: date });
    return {
      to: done.ok ? `/staff/calendar/day?${where}&opened=yes` : `${OPEN}?${where}&problem=${done.reason}`,
    };
  },
});
