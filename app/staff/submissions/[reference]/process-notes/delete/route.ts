// Its author deletes a process note for good.
import { formRoute } from '@/lib/accounts/form-route';
import { deleteProcessNote } from '@/lib/review/delete-process-note';
import { processNotesPage } from '../../addresses';
import { doneOn, processForm } from '../addresses';

export const POST = formRoute<{ noteId: string; stamp: string }>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => processForm(reference, 'delete'),
  page: ({ reference }) => processNotesPage(reference),
  parse: (fields) => ({ ok: true, input: { noteId: fields.id('note'), stamp: fields.one('stamp') } }),
  act: async ({ actor, params: { reference = '' } }, input) => {
    if (input.noteId === '') return { to: processNotesPage(reference) };
    const done = await deleteProcessNote(actor, { reference, ...input });
    return {
      to: done.ok ? doneOn(reference, 'delete') : `${processNotesPage(reference)}?problem=${done.reason}`,
    };
  },
});
