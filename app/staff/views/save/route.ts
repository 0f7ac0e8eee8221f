// Keeps what of the queue is shown now under a name; what is wrong with the name is said beside it.
import { formRoute } from '@/lib/accounts/form-route';
import { filterFrom, filterInAddress, type QueueFilter } from '@/lib/review/queue-filter';
import { saveView } from '@/lib/review/save-view';
import { QUEUE, VIEW_FORM } from '../../queue-address';

export const POST = formRoute<{ name: string; filter: QueueFilter }>({
  who: { staff: [] },
  form: () => VIEW_FORM,
  page: () => QUEUE,
  parse: (fields) => {
    const query = new URLSearchParams(fields.one('filter').slice(0, 200));
    const filter = filterFrom((name) => query.get(name) ?? undefined);
    return { ok: true, input: { name: fields.one('name'), filter } };
  },
  act: async ({ actor }, given) => {
    const done = await saveView(actor, given);
    const to = (more: string) =>
      `${QUEUE}?${[filterInAddress(given.filter), more].filter(Boolean).join('&')}`;
    if (done.ok) return { to: to('view=kept') };
    return { errors: [{ field: 'name', reason: done.reason }], to: to('view=typed') };
  },
});
