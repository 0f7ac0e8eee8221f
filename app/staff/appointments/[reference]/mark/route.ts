// Staff say whether the client came, or take that back.
import { formRoute } from '@/lib/accounts/form-route';
import { MARKS, type Mark, markAttendance } from '@/lib/calendar/mark-attendance';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { appointmentPage } from '../../../calendar-addresses';

export const POST = formRoute<Mark | undefined>({
  who: { staff: [...MAY_SCHEDULE] },
  form: ({ reference }) => `${appointmentPage(reference)}/mark`,
  page: ({ reference }) => appointmentPage(reference),
  parse: (fields) => ({ ok: true, input: MARKS.find((mark) => mark === fields.one('mark')) }),
  act: async ({ actor, params: { reference = '' } }, mark) => {
    const page = appointmentPage(reference);
    if (!mark) return { to: page };
    const done = await markAttendance(actor, { reference, mark });
    return { to: done.ok ? `${page}?done=marked` : `${page}?problem=${done.reason}` };
  },
});
