// Whoever wrote a note puts it right; what is refused is kept as it was typed.
import { formRoute } from '@/lib/accounts/form-route';
import { newId } from '@/lib/env/ids';
import { correctClinicalNote } from '@/lib/review/correct-clinical-note';
import { correctionForm, correctionOf, doneOn, pageOf, refusedOn } from '../addresses';

type Input = { noteId: string; revision: number; text: string; formToken: string };

export const POST = formRoute<Input>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }, fields) => correctionForm(reference, fields.id('note')),
  page: ({ reference }) => `${pageOf(reference)}#notes`,
  boxes: (fields) => [correctionOf(fields.id('note'))],
  parse: (fields) => {
    const noteId = fields.id('note');
    const [revision, text] = [fields.whole('revision'), fields.one(correctionOf(noteId))];
    return { ok: true, input: { noteId, revision, text, formToken: fields.id('token') || newId() } };
  },
  act: async ({ actor, params: { reference = '' } }, input) => {
    // An id that is none names no note, and Postgres fails at it.
    if (input.noteId === '') return { to: pageOf(reference) };
    const done = await correctClinicalNote(actor, { reference, ...input });
    if (done.ok) return { to: doneOn(reference, 'correct-note') };
    return { errors: [{ field: correctionOf(input.noteId), reason: done.reason }], to: refusedOn(reference) };
  },
});
