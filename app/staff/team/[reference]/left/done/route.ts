// Somebody's work is in other hands, all of it: the task is done.
import { formRoute } from '@/lib/accounts/form-route';
import { endHandover } from '@/lib/review/handover';
import { leftPage, withProblem } from '../../../addresses';

export const POST = formRoute<string>({
  who: { staff: [] },
  form: () => 'staff/team/left',
  page: ({ reference }) => leftPage(reference),
  parse: (_, { reference = '' }) => ({ ok: true, input: reference }),
  act: async ({ actor }, reference) => {
    const ended = await endHandover(actor, reference);
    if (ended.ok || ended.reason === 'unknown') return { to: '/staff/tasks' };
    return { to: withProblem(leftPage(reference), ended.reason) };
  },
});
