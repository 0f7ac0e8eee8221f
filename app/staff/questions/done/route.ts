// A member of staff says how a client's question was answered, or that a withdrawal has been seen to.
import { formRoute } from '@/lib/accounts/form-route';
import { answeredBy, answeredByField } from '@/lib/review/answered-by';
import { settleFromClient } from '@/lib/review/settle-from-client';

export const POST = formRoute<string>({
  who: { staff: [] },
  form: () => 'staff/questions/done',
  page: () => '/staff/questions',
  parse: (fields) => ({ ok: true, input: fields.id('task') }),
  act: async ({ actor, fields }, taskId) => {
    const field = answeredByField(taskId);
    const done = await settleFromClient(actor, taskId, answeredBy(fields.one(field)));
    if (!done.ok && done.reason === 'by-missing') return { errors: [{ field, reason: done.reason }] };
    // Done by somebody else meanwhile, or now: the list says what still waits.
    return { to: '/staff/questions' };
  },
});
