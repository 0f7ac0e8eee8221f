// Books the time a client has checked.
import { formRoute } from '@/lib/accounts/form-route';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { slotIn } from '../posted-slot';
import { afterRefusal } from '../query';

export const POST = formRoute({
  who: 'client',
  form: () => 'schedule',
  page: () => '/schedule/check',
  parse: (fields) => ({ ok: true, input: { ...slotIn(fields, false), formToken: fields.id('token') } }),
  act: async ({ actor }, { choice, asked, formToken }) => {
    // A form of ours always carries a token; anything else was never offered.
    if (!asked || !formToken) return { to: afterRefusal('not-offered', choice) };
    const booked = await bookAppointment(actor, { ...asked, formToken });
    return { to: booked.ok ? '/schedule/booked' : afterRefusal(booked.reason, choice) };
  },
});
