// Somebody here has told a client that they were asked for more.
import { formRoute } from '@/lib/accounts/form-route';
import { settleAskUntold } from '@/lib/review/ask-untold';
import { MAY_WRITE } from '@/lib/review/write-message';
import { doneOn, pageOf, problemOn } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: [...MAY_WRITE] },
  form: ({ reference }) => `${pageOf(reference)}/ask-told`,
  page: ({ reference }) => pageOf(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await settleAskUntold(actor, reference);
    return { to: done.ok ? doneOn(reference, 'ask-told') : problemOn(reference, done.reason) };
  },
});
