// Staff cancel an appointment; words that are refused are kept.
import { formRoute } from '@/lib/accounts/form-route';
import { cancelForClient } from '@/lib/calendar/cancel-for-client';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { newId } from '@/lib/env/ids';
import { appointmentPage } from '../../../calendar-addresses';
import { cancelForm } from '../addresses';

type Input = { sequence: number; why: string; formToken: string };

/** What is wrong with the words; anything else is told as a problem of the page. */
const OF_THE_WORDS = ['message-missing', 'message-too-long', 'not-readable'];

export const POST = formRoute<Input>({
  who: { staff: [...MAY_SCHEDULE] },
  form: ({ reference }) => cancelForm(reference),
  page: ({ reference }) => appointmentPage(reference),
  boxes: () => ['why'],
  parse: (fields) => ({
    ok: true,
    input: {
      sequence: Number(fields.one('sequence') || Number.NaN),
      why: fields.one('why'),
      formToken: fields.id('token') || newId(),
    },
  }),
  act: async ({ actor, params: { reference = '' } }, input) => {
    const done = await cancelForClient(actor, { reference, ...input });
    if (done.ok) return { to: `${appointmentPage(reference)}?done=cancelled` };
    if (OF_THE_WORDS.includes(done.reason)) return { errors: [{ field: 'why', reason: done.reason }] };
    return { errors: [], to: `${appointmentPage(reference)}?problem=${done.reason}` };
  },
});
