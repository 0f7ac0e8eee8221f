// Staff write to a client on the site; what is refused is kept as it was typed.
import { formRoute } from '@/lib/accounts/form-route';
import { newId } from '@/lib/env/ids';
import { MAY_WRITE, writeMessage } from '@/lib/review/write-message';
import { doneOn, messageForm, pageOf, problemOn, refusedOn } from '../addresses';

export const POST = formRoute<{ text: string; formToken: string }>({
  who: { staff: [...MAY_WRITE] },
  form: ({ reference }) => messageForm(reference),
  page: ({ reference }) => `${pageOf(reference)}#messages`,
  boxes: () => ['message'],
  parse: (fields) => ({
    ok: true,
    input: { text: fields.one('message'), formToken: fields.id('token') || newId() },
  }),
  act: async ({ actor, params: { reference = '' } }, input) => {
    const done = await writeMessage(actor, { reference, ...input });
    if (done.ok) return { to: doneOn(reference, 'write') };
    if (
      done.reason === 'unknown' ||
      done.reason === 'not-allowed' ||
      done.reason === 'not-on-the-case' ||
      done.reason === 'only-opened'
    )
      return { errors: [], to: problemOn(reference, done.reason) };
    return { errors: [{ field: 'message', reason: done.reason }], to: refusedOn(reference) };
  },
});
