// What the queue's address says: which submissions, whose, with names or without, and from where on.
import { filterFrom, filterInAddress, type QueueFilter } from '@/lib/review/queue-filter';

export type Query = Record<string, string | string[] | undefined>;

/** `names`: everybody's, one person's by the reference, or nobody's. `keys`: whether the list is gone through by keyboard. */
export type QueueView = QueueFilter & {
  names: 'all' | { reference: string } | null;
  found: boolean;
  keys: boolean;
  after?: string;
};

export const QUEUE = '/staff';
export const VIEW_FORM = 'staff/view';

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export function viewOf(query: Query): QueueView {
  const after = one(query.after);
  return {
    ...filterFrom((name) => one(query[name])),
    ...(after !== undefined && { after }),
    names: namesIn(one(query.names)),
    found: one(query.found) === 'yes',
    keys: one(query.keys) !== 'off',
  };
}

function namesIn(given: string | undefined): QueueView['names'] {
  if (given === 'on') return 'all';
  return given && /^[0-9A-Z]{10}$/.test(given) ? { reference: given } : null;
}

/** The address of `view` with some of it changed. A page's place holds only for the list it was made from. */
export function addressOf(view: QueueView, change: Partial<QueueView>): string {
  const { names, found, keys, after, ...filter } = { ...view, after: undefined, ...change };
  const query = new URLSearchParams({
    ...(names && { names: names === 'all' ? 'on' : names.reference }),
    ...(found && { found: 'yes' }),
    ...(!keys && { keys: 'off' }),
    ...(after && { after }),
  }).toString();
  const all = [filterInAddress(filter), query].filter(Boolean).join('&');
  return all ? `${QUEUE}?${all}` : QUEUE;
}

/** Who only wants to see names stays where they are in the list. */
export const placeOf = ({ after }: QueueView) => (after === undefined ? {} : { after });

/** The address of a choice as it was kept; names and keys stay as they are now. */
export const addressOfFilter = (view: QueueView, filter: string): string => {
  const query = new URLSearchParams(filter);
  const { names, keys } = view;
  return addressOf({ ...filterFrom((name) => query.get(name) ?? undefined), names, keys, found: false }, {});
};
