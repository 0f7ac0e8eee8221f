// A member of staff says that a client's question is answered, or that a withdrawal has been seen to.
import { formRoute } from '@/lib/accounts/form-route';
import { settleFromClient } from '@/lib/review/settle-from-client';

export const POST = formRoute<string>({
  who: { staff: [] },
  form: () => 'staff/questions/done',
  page: () => '/staff/questions',
  parse: (fields) => ({ ok: true, input: fields.id('task') }),
  act: async ({ actor }, taskId) => {
    // Done by somebody else meanwhile, or now: the list says what still waits.
    await settleFromClient(actor, taskId);
    return { to: '/staff/questions' };
  },
});
