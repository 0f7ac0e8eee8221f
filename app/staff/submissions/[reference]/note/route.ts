// A clinician on the case adds a note to the client's record; what is refused is kept as it was typed.
import { formRoute } from '@/lib/accounts/form-route';
import { newId } from '@/lib/env/ids';
import { writeClinicalNote } from '@/lib/review/write-clinical-note';
import { doneOn, noteForm, pageOf, refusedOn } from '../addresses';

export const POST = formRoute<{ text: string; formToken: string }>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => noteForm(reference),
  page: ({ reference }) => `${pageOf(reference)}#notes`,
  boxes: () => ['note-text'],
  parse: (fields) => ({
    ok: true,
    input: { text: fields.one('note-text'), formToken: fields.id('token') || newId() },
  }),
  act: async ({ actor, params: { reference = '' } }, input) => {
    const done = await writeClinicalNote(actor, { reference, ...input });
    if (done.ok) return { to: doneOn(reference, 'note') };
    return { errors: [{ field: 'note-text', reason: done.reason }], to: refusedOn(reference) };
  },
});
