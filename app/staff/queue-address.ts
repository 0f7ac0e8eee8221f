// What the queue's address says: which submissions, whose, with names or without, and from where on.

export type Query = Record<string, string | string[] | undefined>;

export type QueueView = { status?: string; mine: boolean; names: boolean; found: boolean; after?: string };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export function viewOf(query: Query): QueueView {
  const status = one(query.status);
  const after = one(query.after);
  return {
    ...(status !== undefined && { status }),
    ...(after !== undefined && { after }),
    mine: one(query.mine) === 'yes',
    names: one(query.names) === 'on',
    found: one(query.found) === 'yes',
  };
}

/** The address of `view` with some of it changed. A page's place holds only for the list it was made from. */
export function addressOf(view: QueueView, change: Partial<QueueView>): string {
  const { status, mine, names, found, after } = { ...view, after: undefined, ...change };
  const query = new URLSearchParams({
    ...(status && status !== 'open' && { status }),
    ...(mine && { mine: 'yes' }),
    ...(names && { names: 'on' }),
    ...(found && { found: 'yes' }),
    ...(after && { after }),
  }).toString();
  return query ? `/staff?${query}` : '/staff';
}
