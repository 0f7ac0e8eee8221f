// Moves a client's appointment to the time they have checked.
import { formRoute } from '@/lib/accounts/form-route';
import { moveAppointment } from '@/lib/scheduling/move-appointment';
import { slotIn } from '../posted-slot';
import { afterRefusal } from '../query';

export const POST = formRoute({
  who: 'client',
  form: () => 'schedule',
  page: () => '/schedule/check',
  parse: (fields) => ({
    ok: true,
    input: { ...slotIn(fields, true), reference: fields.reference('appointment') },
  }),
  act: async ({ actor }, { choice, asked, reference }) => {
    if (!asked) return { to: afterRefusal('not-offered', choice) };
    const moved = await moveAppointment(actor, reference, asked);
    return { to: moved.ok ? '/schedule/booked' : afterRefusal(moved.reason, choice) };
  },
});
