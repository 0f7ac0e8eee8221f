// A lead or an admin takes a shift off the rota.
import { formRoute } from '@/lib/accounts/form-route';
import { removeShift } from '@/lib/clinic/change-rota';
import { ROTA } from '../addresses';

export const POST = formRoute<string>({
  who: { staff: ['lead', 'admin'] },
  form: () => 'staff/on-call/remove',
  page: () => ROTA,
  parse: (fields) => ({ ok: true, input: fields.id('shift') }),
  act: async ({ actor }, shift) => {
    const done = await removeShift(actor, shift);
    return { to: done.ok ? `${ROTA}?done=removed` : ROTA };
  },
});
