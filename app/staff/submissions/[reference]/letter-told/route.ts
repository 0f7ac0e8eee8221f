// Somebody here has told a client of their letter.
import { formRoute } from '@/lib/accounts/form-route';
import { settleLetter } from '@/lib/review/read-letter';
import { MAY_WRITE } from '@/lib/review/write-message';
import { doneOn, pageOf, problemOn } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: [...MAY_WRITE] },
  form: ({ reference }) => `${pageOf(reference)}/letter-told`,
  page: ({ reference }) => pageOf(reference),
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, params: { reference = '' } }) => {
    const done = await settleLetter(actor, reference);
    return { to: done.ok ? doneOn(reference, 'told') : problemOn(reference, done.reason) };
  },
});
