// Gives a client's appointment back.
import { formRoute } from '@/lib/accounts/form-route';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';

export const POST = formRoute({
  who: 'client',
  form: () => 'schedule/cancel',
  page: () => '/schedule/cancel',
  parse: (fields) => ({ ok: true, input: fields.reference('appointment') }),
  act: async ({ actor }, reference) => {
    const cancelled = await cancelAppointment(actor, reference);
    if (cancelled.ok) return { to: '/schedule?cancelled=yes' };
    // The page of the appointment says what can still be done: call, or book again.
    return { to: '/schedule/booked' };
  },
});
