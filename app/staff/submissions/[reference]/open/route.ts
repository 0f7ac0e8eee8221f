// A clinician who is not on the case opens the file with a reason; one that says too little is kept as it was typed.
import { formRoute } from '@/lib/accounts/form-route';
import { breakGlass } from '@/lib/review/break-glass';
import { doneOn, openForm, pageOf, problemOn, refusedOn } from '../addresses';

export const POST = formRoute<{ reason: string }>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => openForm(reference),
  page: ({ reference }) => pageOf(reference),
  boxes: () => ['reason'],
  parse: (fields) => ({ ok: true, input: { reason: fields.one('reason') } }),
  act: async ({ actor, params: { reference = '' } }, { reason }) => {
    const done = await breakGlass(actor, { reference, reason });
    if (done.ok) return { to: doneOn(reference, 'open') };
    if (done.reason === 'unknown' || done.reason === 'not-allowed')
      return { to: problemOn(reference, done.reason) };
    return { errors: [{ field: 'reason', reason: done.reason }], to: refusedOn(reference) };
  },
});
