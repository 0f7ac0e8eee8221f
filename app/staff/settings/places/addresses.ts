// Where the practice's list of places to go is kept, and the key under which what was typed is kept.
export const PLACES = '/staff/settings/places';
export const PLACES_FORM = 'staff/settings/places';
export const GROUP = 'place';
/** The field that says where in the order a row stands. */
export const orderField = (row: number) => `order-${row}`;
