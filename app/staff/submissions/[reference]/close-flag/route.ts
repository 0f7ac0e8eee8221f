// A danger sign is closed with its outcome; a note that is refused is kept.
import { formRoute } from '@/lib/accounts/form-route';
import { type CloseFlagRefusal, closeFlag } from '@/lib/review/close-flag';
import { type FlagOutcome, isOutcome } from '@/lib/review/flag-events';
import { closeFlagForm, doneOn, noteField, outcomeField, pageOf, problemOn } from '../addresses';

type Input = { flagId: string; outcome: FlagOutcome; note: string };

/** What is wrong with the words; anything else is told as a problem of the page. */
const OF_THE_NOTE: readonly CloseFlagRefusal[] = ['note-missing', 'note-too-long'];

export const POST = formRoute<Input>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => closeFlagForm(reference),
  page: ({ reference }) => pageOf(reference),
  parse: (fields) => {
    const flagId = fields.id('flag');
    const outcome = fields.one(outcomeField(flagId));
    if (!isOutcome(outcome)) {
      return { ok: false, errors: [{ field: outcomeField(flagId), reason: 'outcome-missing' }] };
    }
    return { ok: true, input: { flagId, outcome, note: fields.one(noteField(flagId)) } };
  },
  act: async ({ actor, params: { reference = '' } }, input) => {
    const done = await closeFlag(actor, { reference, ...input });
    if (done.ok) return { to: doneOn(reference, 'close-flag') };
    if (!OF_THE_NOTE.includes(done.reason)) return { to: problemOn(reference, done.reason) };
    return { errors: [{ field: noteField(input.flagId), reason: done.reason }] };
  },
});
