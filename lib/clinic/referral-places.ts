// Places to go that the practice names to whoever it can't take: what is typed about them is checked whole, and an address on the web is only ever shown.
import { createHash } from 'node:crypto';
import { textFault, tidy } from './readable-text';

export type ReferralPlace = { name: string; whatFor: string; phone: string; web: string; note: string };
export type PlacePart = keyof ReferralPlace;

export const PLACE_PARTS = ['name', 'whatFor', 'phone', 'web', 'note'] as const satisfies PlacePart[];

/** Rows on a page beyond those in use, and the most there can be. */
export const SPARE_PLACES = 2;
export const MOST_PLACES = 30;

/** Characters. */
const LONGEST: Record<PlacePart, number> = { name: 100, whatFor: 200, phone: 40, web: 200, note: 300 };

export const PLACE_REASONS = [
  'name-missing',
  'reach-missing',
  'too-long',
  'not-readable',
  'phone-wrong',
  'web-wrong',
] as const;
export type PlaceReason = (typeof PLACE_REASONS)[number];
export type PlaceError = { field: string; reason: PlaceReason; values: { row: number } };

export type TypedPlaces = { one: (field: string) => string };

/** `place-2-name` …; `group` tells two lists on one page apart. */
export const placeField = (group: string, row: number, part: PlacePart) => `${group}-${row}-${part}`;

/** The places in the first `rows` rows, or every fault with its field. A row that is empty throughout is none. */
export function placesFrom(
  typed: TypedPlaces,
  group: string,
  rows: number,
): { ok: true; places: ReferralPlace[] } | { ok: false; errors: PlaceError[] } {
  const errors: PlaceError[] = [];
  const places: ReferralPlace[] = [];
  for (let row = 1; row <= rows; row += 1) {
    const place = placeIn(typed, group, row);
    if (PLACE_PARTS.every((part) => place[part] === '')) continue;
    for (const [part, reason] of faultsOf(place))
      errors.push({ field: placeField(group, row, part), reason, values: { row } });
    places.push({ ...place, web: webAddress(place.web) ?? '' });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, places };
}

function placeIn(typed: TypedPlaces, group: string, row: number): ReferralPlace {
  const one = (part: PlacePart) => tidy(typed.one(placeField(group, row, part))).replace(/\s+/g, ' ');
  return {
    name: one('name'),
    whatFor: one('whatFor'),
    phone: one('phone'),
    web: one('web'),
    note: one('note'),
  };
}

function faultsOf(place: ReferralPlace): [PlacePart, PlaceReason][] {
  const unreadable = PLACE_PARTS.flatMap((part): [PlacePart, PlaceReason][] => {
    const fault = textFault(place[part], LONGEST[part]);
    return fault ? [[part, fault.reason]] : [];
  });
  if (unreadable.length > 0) return unreadable;
  return [
    ...(place.name ? [] : [['name', 'name-missing'] as [PlacePart, PlaceReason]]),
    // A name alone helps nobody to get there.
    ...(place.phone || place.web ? [] : [['phone', 'reach-missing'] as [PlacePart, PlaceReason]]),
    ...(!place.phone || /^[+\d][\d ()./-]{1,38}$/.test(place.phone)
      ? []
      : [['phone', 'phone-wrong'] as [PlacePart, PlaceReason]]),
    ...(webAddress(place.web) === null ? [['web', 'web-wrong'] as [PlacePart, PlaceReason]] : []),
  ];
}

/** `https://…` as it will be shown; '' for none; null for what is no such address. A bare `example.org` gets its `https://`. */
export function webAddress(typed: string): string | null {
  if (typed === '') return '';
  const written = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(written)) return null;
  const { protocol, hostname, username, password, href } = new URL(written);
  if (protocol !== 'https:' || username || password || !/\.[a-z\d-]{2,}$/i.test(hostname)) return null;
  return href.replace(/\/$/, '');
}

/** Sixteen hex digits that stand for exactly this list: a form made for another is refused. */
export const stampOfPlaces = (places: readonly ReferralPlace[]): string =>
  createHash('sha256')
    .update(JSON.stringify(places.map((place) => PLACE_PARTS.map((part) => place[part]))))
    .digest('hex')
    .slice(0, 16);
