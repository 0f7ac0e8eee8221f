// Takes a view of the queue away from among those somebody keeps.
import { formRoute } from '@/lib/accounts/form-route';
import { removeView } from '@/lib/review/remove-view';
import { QUEUE, VIEW_FORM } from '../../queue-address';

export const POST = formRoute<string>({
  who: { staff: [] },
  form: () => VIEW_FORM,
  page: () => QUEUE,
  parse: (fields) => ({ ok: true, input: fields.one('view') }),
  act: async ({ actor }, id) => {
    await removeView(actor, id);
    return { to: `${QUEUE}?view=removed` };
  },
});
