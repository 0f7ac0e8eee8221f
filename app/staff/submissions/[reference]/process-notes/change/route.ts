// Its author changes a process note; what is refused is kept as it was typed, for them alone.
import { formRoute } from '@/lib/accounts/form-route';
import { changeProcessNote } from '@/lib/review/change-process-note';
import { processNotesPage } from '../../addresses';
import { changeOf, doneOn, processForm } from '../addresses';

export const POST = formRoute<{ noteId: string; stamp: string; text: string }>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }, fields) => processForm(reference, 'change', fields.id('note')),
  page: ({ reference }) => processNotesPage(reference),
  boxes: (fields) => [changeOf(fields.id('note'))],
  parse: (fields) => {
    const noteId = fields.id('note');
    return { ok: true, input: { noteId, stamp: fields.one('stamp'), text: fields.one(changeOf(noteId)) } };
  },
  act: async ({ actor, params: { reference = '' } }, input) => {
    // An id that is none names no note, and Postgres fails at it.
    if (input.noteId === '') return { to: processNotesPage(reference) };
    const done = await changeProcessNote(actor, { reference, ...input });
    if (done.ok) return { to: doneOn(reference, 'change') };
    return { errors: [{ field: changeOf(input.noteId), reason: done.reason }] };
  },
});
