// Shuts a colleague out, when what they leave is what was shown.
import { formRoute } from '@/lib/accounts/form-route';
import { disableColleague } from '@/lib/review/disable-colleague';
import { colleaguePage, disablePage, TEAM, withDone, withProblem } from '../../../addresses';

export const POST = formRoute<{ reference: string; left: string }>({
  who: { staff: ['admin'], fresh: true },
  form: () => 'staff/team/act',
  page: ({ reference }) => disablePage(reference),
  parse: (fields, { reference = '' }) => ({ ok: true, input: { reference, left: fields.one('left') } }),
  act: async ({ actor, session: { secondFactorAt } }, asked) => {
    const done = await disableColleague({ actor, secondFactorAt }, asked);
    if (done.ok) return { to: withDone(colleaguePage(asked.reference), 'disabled') };
    const to = done.reason === 'unknown' ? TEAM : disablePage(asked.reference);
    return { to: withProblem(to, done.reason) };
  },
});
