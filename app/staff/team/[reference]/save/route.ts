// Saves a colleague's name and roles; what they would leave is shown first, and kept as typed.
import { formRoute } from '@/lib/accounts/form-route';
import { type ColleagueTyped, saveColleague } from '@/lib/review/save-colleague';
import { colleagueForm, colleaguePage, TEAM, withDone, withProblem } from '../../addresses';
import { nameAndRolesFrom } from '../../typed-colleague';

export const POST = formRoute<ColleagueTyped>({
  who: { staff: ['admin'], fresh: true },
  form: ({ reference }) => colleagueForm(reference),
  page: ({ reference }) => colleaguePage(reference),
  parse: (fields, { reference = '' }) => {
    const { input, errors } = nameAndRolesFrom(fields);
    if (errors.length > 0) return { ok: false, errors };
    return { ok: true, input: { reference, ...input, left: fields.one('left') } };
  },
  act: async ({ actor, session: { secondFactorAt } }, typed) => {
    const saved = await saveColleague({ actor, secondFactorAt }, typed);
    if (saved.ok) return { to: withDone(colleaguePage(typed.reference), 'saved') };
    const { reason } = saved;
    if (reason === 'yourself' || reason === 'no-role' || reason === 'leaves-something')
      return { errors: [{ field: 'roles', reason }] };
    return { errors: [], to: withProblem(TEAM, reason) };
  },
});
