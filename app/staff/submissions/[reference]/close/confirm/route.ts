// A clinician closes somebody's file; what stands in the way is said beside what it is about.
import { formRoute } from '@/lib/accounts/form-route';
import { CLOSE_REASONS, type CloseReason, closeSubmission } from '@/lib/review/close-submission';
import { doneOn, problemOn } from '../../addresses';
import { closeForm, closePage } from '../words';

export const POST = formRoute<CloseReason>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }) => closeForm(reference),
  page: ({ reference }) => closePage(reference),
  parse: (fields) => {
    const reason = CLOSE_REASONS.find((each) => each === fields.one('reason'));
    return reason
      ? { ok: true, input: reason }
      : { ok: false, errors: [{ field: 'reason', reason: 'reason-missing' }] };
  },
  act: async ({ actor, params: { reference = '' }, fields }, reason) => {
    const done = await closeSubmission(actor, { reference, reason, cancels: fields.one('cancels') });
    if (done.ok) return { to: doneOn(reference, 'close-file') };
    // The page that closes is not theirs: it is said on the file.
    if (done.reason === 'not-on-the-case' || done.reason === 'only-opened')
      return { errors: [], to: problemOn(reference, done.reason) };
    const field = done.reason === 'appointment-ahead' ? 'cancels' : 'reason';
    return { errors: [{ field, reason: done.reason }] };
  },
});
