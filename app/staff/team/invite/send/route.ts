// Makes a colleague's account and sends their invitation.
import { formRoute } from '@/lib/accounts/form-route';
import { type Invitation, inviteColleague } from '@/lib/review/invite-colleague';
import { colleaguePage, INVITE, INVITE_FORM, withDone, withProblem } from '../../addresses';
import { addressFrom, nameAndRolesFrom } from '../../typed-colleague';

export const POST = formRoute<Invitation>({
  who: { staff: ['admin'], fresh: true },
  form: () => INVITE_FORM,
  page: () => INVITE,
  parse: (fields) => {
    const { input, errors } = nameAndRolesFrom(fields);
    const email = addressFrom(fields);
    if (email === null) errors.unshift({ field: 'email', reason: 'address-wrong' });
    if (email === null || errors.length > 0) return { ok: false, errors };
    return { ok: true, input: { email, ...input } };
  },
  act: async ({ actor, session: { secondFactorAt } }, invitation) => {
    const invited = await inviteColleague({ actor, secondFactorAt }, invitation);
    if (invited.ok) return { to: withDone(colleaguePage(invited.reference), 'invited') };
    const { reason } = invited;
    if (reason === 'address-not-usable') return { errors: [{ field: 'email', reason }] };
    return { errors: [], to: withProblem(INVITE, reason) };
  },
});
