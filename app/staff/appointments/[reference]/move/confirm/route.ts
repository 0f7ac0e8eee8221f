// Staff move an appointment to the time they have looked at.
import { formRoute } from '@/lib/accounts/form-route';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { moveForClient } from '@/lib/calendar/move-for-client';
import { appointmentPage } from '../../../../calendar-addresses';
import { type Chosen, slotIn } from '../../../times-address';

export const POST = formRoute<{ slot: Chosen | null; sequence: number }>({
  who: { staff: [...MAY_SCHEDULE] },
  form: ({ reference }) => `${appointmentPage(reference)}/move`,
  page: ({ reference }) => `${appointmentPage(reference)}/move`,
  parse: (fields) => ({
    ok: true,
    input: { slot: slotIn(fields), sequence: Number(fields.one('sequence') || Number.NaN) },
  }),
  act: async ({ actor, params: { reference = '' } }, { slot, sequence }) => {
    const page = appointmentPage(reference);
    if (!slot) return { to: `${page}/move?problem=not-offered` };
    const to = { clinician: slot.with, startsAt: slot.startsAt };
    const done = await moveForClient(actor, { reference, sequence, to });
    if (done.ok) return { to: `${page}?done=moved` };
    const again = done.reason === 'changed' || done.reason === 'begun' || done.reason === 'unknown';
    return { to: `${again ? page : `${page}/move`}?problem=${done.reason}` };
  },
});
