// The routes of a single button about a colleague: the reference in the address is all they take.
import { formRoute } from '@/lib/accounts/form-route';
import type { Admin } from '@/lib/review/change-team';
import { colleaguePage, type Done, type Problem, TEAM, withDone, withProblem } from '../addresses';

type Act = (admin: Admin, reference: string) => Promise<{ ok: true } | { ok: false; reason: Problem }>;

/** `gone`: with it the colleague's page is gone too. */
export const actRoute = (act: Act, done: Done, { gone = false } = {}) =>
  formRoute<string>({
    who: { staff: ['admin'], fresh: true },
    form: () => 'staff/team/act',
    page: ({ reference }) => colleaguePage(reference),
    parse: (_, { reference = '' }) => ({ ok: true, input: reference }),
    act: async ({ actor, session: { secondFactorAt } }, reference) => {
      const acted = await act({ actor, secondFactorAt }, reference);
      if (acted.ok) return { to: withDone(gone ? TEAM : colleaguePage(reference), done) };
      const to = acted.reason === 'unknown' ? TEAM : colleaguePage(reference);
      return { to: withProblem(to, acted.reason) };
    },
  });
