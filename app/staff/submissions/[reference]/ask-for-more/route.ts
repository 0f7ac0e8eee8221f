// A clinician asks a client for more; what is refused is kept as it was typed and chosen.
import { formRoute } from '@/lib/accounts/form-route';
import { newId } from '@/lib/env/ids';
import { definition } from '@/lib/forms/definition';
import { askForMore } from '@/lib/review/ask-for-more';
import { askedIn, askForm, doneOn, pageOf, problemOn, refusedOn } from '../addresses';

export const POST = formRoute<{ questions: string[]; text: string; formToken: string }>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => askForm(reference),
  page: ({ reference }) => `${pageOf(reference)}#asked`,
  boxes: () => ['ask'],
  parse: (fields) => ({
    ok: true,
    input: {
      questions: definition.sections.flatMap(({ number }) => fields.all(askedIn(number))),
      text: fields.one('ask'),
      formToken: fields.id('token') || newId(),
    },
  }),
  act: async ({ actor, params: { reference = '' } }, input) => {
    const done = await askForMore(actor, { reference, ...input });
    if (done.ok) return { to: doneOn(reference, 'ask-for-more') };
    if (
      done.reason === 'unknown' ||
      done.reason === 'not-allowed' ||
      done.reason === 'not-on-the-case' ||
      done.reason === 'only-opened' ||
      done.reason === 'not-now'
    )
      return { errors: [], to: problemOn(reference, done.reason) };
    return { errors: [{ field: 'ask', reason: done.reason }], to: refusedOn(reference) };
  },
});
