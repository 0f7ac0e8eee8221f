// A clinician on the case notes something for themselves alone; what is refused is kept as it was typed, for them alone.
import { formRoute } from '@/lib/accounts/form-route';
import { newId } from '@/lib/env/ids';
import { writeProcessNote } from '@/lib/review/write-process-note';
import { processNotesPage } from '../../addresses';
import { doneOn, processForm } from '../addresses';

export const POST = formRoute<{ text: string; formToken: string }>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => processForm(reference, 'write'),
  page: ({ reference }) => processNotesPage(reference),
  boxes: () => ['note-text'],
  parse: (fields) => ({
    ok: true,
    input: { text: fields.one('note-text'), formToken: fields.id('token') || newId() },
  }),
  act: async ({ actor, params: { reference = '' } }, input) => {
    const done = await writeProcessNote(actor, { reference, ...input });
    if (done.ok) return { to: doneOn(reference, 'write') };
    return { errors: [{ field: 'note-text', reason: done.reason }] };
  },
});
