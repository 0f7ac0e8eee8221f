// An admin says that something holds which only a person can know, or takes that back.
import { formRoute } from '@/lib/accounts/form-route';
import { CONFIRMATIONS } from '@/lib/clinic/going-live';
import { confirmForOpening } from '@/lib/clinic/open-clinic';
import { GOING_LIVE } from '../addresses';

export const POST = formRoute<null>({
  who: { staff: ['admin'] },
  form: () => 'staff/settings/going-live/confirm',
  page: () => GOING_LIVE,
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor, fields }) => {
    const what = CONFIRMATIONS.find((each) => each === fields.one('what'));
    // Saying it takes a tick as well as a press.
    const holds = fields.one('sure') === 'yes';
    const back = fields.one('holds') === 'no';
    if (!what) return { to: GOING_LIVE };
    if (!holds && !back) return { to: `${GOING_LIVE}?problem=not-ticked#${what}` };
    await confirmForOpening(actor, what, !back);
    return { to: `${GOING_LIVE}?done=${back ? 'taken-back' : 'confirmed'}` };
  },
});
