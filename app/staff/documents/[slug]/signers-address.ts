// What the address of a document says of the list of its signers: which of them, from where on, with names or without.
import { documentPage, oneOf, type Query } from '../addresses';

export type SignersView = { standing?: string; after?: string; names: boolean };

export function signersView(query: Query): SignersView {
  const standing = oneOf(query.standing);
  const after = oneOf(query.after);
  return {
    ...(standing !== undefined && { standing }),
    ...(after !== undefined && { after }),
    names: oneOf(query.names) === 'on',
  };
}

/** The address of `view` with some of it changed. A page's place holds only for the list it was made from. */
export function signersAddress(slug: string, view: SignersView, change: Partial<SignersView>): string {
  const { standing, after, names } = { ...view, after: undefined, ...change };
  const query = new URLSearchParams({
    ...(standing && { standing }),
    ...(names && { names: 'on' }),
    ...(after && { after }),
  }).toString();
  return `${documentPage(slug)}${query ? `?${query}` : ''}#signers`;
}
