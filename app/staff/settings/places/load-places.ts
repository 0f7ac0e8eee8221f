// Loads the list of places and what was typed and not taken, once a request.
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import {
  MOST_PLACES,
  PLACE_PARTS,
  placeField,
  type ReferralPlace,
  SPARE_PLACES,
} from '@/lib/clinic/referral-places';
import { MAY_KEEP_PLACES, referralPlacesNow } from '@/lib/clinic/save-referral-places';
import { GROUP, orderField, PLACES_FORM } from './addresses';

export const loadPlaces = cache(async () => {
  const { actor, staff } = await requireStaff(...MAY_KEEP_PLACES);
  const [now, draft] = [await referralPlacesNow(actor), await formDraft(actor, PLACES_FORM)];
  const overtaken = draft?.errors.some(({ reason }) => reason === 'changed-meanwhile') ?? false;
  const values = draft?.values ?? asTyped(now.places);
  return {
    ...{ staff, draft, overtaken, places: now.places },
    value: (field: string) => values[field]?.[0] ?? '',
    rows: Math.min(MOST_PLACES, Math.max(rowsIn(values), now.places.length) + SPARE_PLACES),
    // Who has seen the other's list may save over it; who has only mistyped may not.
    stamp: draft && !overtaken ? (draft.values.stamp?.[0] ?? '') : now.stamp,
  };
});

const asTyped = (places: readonly ReferralPlace[]): Record<string, string[]> =>
  Object.fromEntries(
    places.flatMap((place, at) => [
      [orderField(at + 1), [String(at + 1)]],
      ...PLACE_PARTS.map((part) => [placeField(GROUP, at + 1, part), [place[part]]]),
    ]),
  );

/** The last row with something in it. */
function rowsIn(values: Record<string, string[]>): number {
  let last = 0;
  for (let row = 1; row <= MOST_PLACES; row += 1)
    if (PLACE_PARTS.some((part) => values[placeField(GROUP, row, part)]?.[0]?.trim())) last = row;
  return last;
}
