// Where the forms about a flag are, what their fields are called, and where they lead back to: the list, or the file they stand on.
import { AT_DONE } from '@/components/done-notice';

export const FLAGS = '/staff/flags';

/** What can be done about one flag. */
export const FLAG_ACTS = ['acknowledge', 'take-over', 'attempt', 'close'] as const;
export type FlagAct = (typeof FLAG_ACTS)[number];

export const actOn = (reference: string, act: FlagAct): string =>
  `${FLAGS}/${encodeURIComponent(reference)}/${act}`;

/** What the keys of what is typed about flags begin with. */
export const FLAG_FORMS = 'staff/flags/';

/** The key of what was typed about one flag and not taken. */
export const flagForm = (reference: string | undefined, act: FlagAct, flagId: string): string =>
  `${FLAG_FORMS}${(reference ?? '').slice(0, 20)}/${act}/${flagId}`;

/** Where a flag stands on its page. */
export const flagPlace = (flagId: string): string => `flag-${flagId}`;

/** A page shows several flags: each has fields of its own. */
export const fieldsOf = (flagId: string) => ({
  outcome: `outcome-${flagId}`,
  tool: `tool-${flagId}`,
  on: `on-${flagId}`,
  where: `where-${flagId}`,
  note: `note-${flagId}`,
  way: `way-${flagId}`,
  triedOn: `tried-on-${flagId}`,
  triedAt: `tried-at-${flagId}`,
  tried: `tried-${flagId}`,
});

export type Query = Record<string, string | string[] | undefined>;
export type FlagsView = { show?: string; after?: string; keys: boolean };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export function viewOf(query: Query): FlagsView {
  const [show, after] = [one(query.show), one(query.after)];
  return {
    ...(show !== undefined && { show }),
    ...(after !== undefined && { after }),
    keys: one(query.keys) !== 'off',
  };
}

/** The address of the list with some of it changed. A page's place holds only for the list it was made from. */
export function listAddress(
  view: FlagsView,
  change: Partial<FlagsView> = {},
  more: Record<string, string> = {},
): string {
  const { show, after, keys } = { ...view, after: undefined, ...change };
  const query = new URLSearchParams({
    ...(show && show !== 'open' && { show }),
    ...(after && { after }),
    ...(!keys && { keys: 'off' }),
    ...more,
  }).toString();
  return query ? `${FLAGS}?${query}` : FLAGS;
}

/** What a form on the list carries, so that it leads back to where it was pressed. */
export const backToList = (view: FlagsView): string =>
  listAddress(view, { after: view.after }).slice(FLAGS.length) || '?';

/** Whatever stands in the field, this leads to a page of ours. `more`: what was done, or what stood in the way. */
export function backTo(back: string, reference: string, more: Record<string, string>): string {
  const place = 'done' in more ? AT_DONE : '';
  if (!back.startsWith('?'))
    return `/staff/submissions/${encodeURIComponent(reference)}?${new URLSearchParams(more)}${place}`;
  const view = viewOf(Object.fromEntries(new URLSearchParams(back)));
  return listAddress(view, { after: view.after }, more) + place;
}
