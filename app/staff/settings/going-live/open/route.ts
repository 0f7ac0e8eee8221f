// An admin opens the doors to clients, or shuts them to new ones.
import { formRoute } from '@/lib/accounts/form-route';
import { openClinic, shutClinic } from '@/lib/clinic/open-clinic';
import { GOING_LIVE } from '../addresses';

export const POST = formRoute<boolean>({
  who: { staff: ['admin'] },
  form: () => 'staff/settings/going-live/open',
  page: () => GOING_LIVE,
  // What says neither changes nothing.
  parse: (fields) =>
    ['yes', 'no'].includes(fields.one('open'))
      ? { ok: true, input: fields.one('open') === 'yes' }
      : { ok: false, errors: [{ field: 'open', reason: 'not-an-option' }] },
  act: async ({ actor }, open) => {
    const done = await (open ? openClinic(actor) : shutClinic(actor));
    if (!done.ok) return { to: `${GOING_LIVE}?problem=${done.reason}` };
    return { to: `${GOING_LIVE}?done=${open ? 'opened' : 'shut'}` };
  },
});
