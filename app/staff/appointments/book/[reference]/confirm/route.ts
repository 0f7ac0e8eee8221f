// Staff book the time they have looked at.
import { formRoute } from '@/lib/accounts/form-route';
import { bookForClient } from '@/lib/calendar/book-for-client';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { appointmentPage, bookingPage } from '../../../../calendar-addresses';
import { type Chosen, slotIn } from '../../../times-address';

export const POST = formRoute<{ slot: Chosen | null; formToken: string }>({
  who: { staff: [...MAY_SCHEDULE] },
  form: ({ reference }) => bookingPage(reference),
  page: ({ reference }) => bookingPage(reference),
  parse: (fields) => ({ ok: true, input: { slot: slotIn(fields), formToken: fields.id('token') } }),
  act: async ({ actor, params: { reference = '' } }, { slot, formToken }) => {
    const back = (reason: string) => ({ to: `${bookingPage(reference)}?problem=${reason}` });
    if (!slot || !formToken) return back('not-offered');
    const { with: clinician, startsAt } = slot;
    const done = await bookForClient(actor, { reference, clinician, startsAt, formToken });
    return done.ok ? { to: `${appointmentPage(done.reference)}?done=booked` } : back(done.reason);
  },
});
