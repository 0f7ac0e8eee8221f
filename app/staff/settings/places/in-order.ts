// The rows that were typed, in the order their numbers say.
import { type PlaceError, placesFrom, type ReferralPlace } from '@/lib/clinic/referral-places';
import { GROUP, orderField } from './addresses';

type Typed = { one: (field: string) => string };

/** A row without a number stays where it is; of two with the same one, the first comes first. */
export function placesInOrder(
  typed: Typed,
  rows: number,
): { ok: true; places: ReferralPlace[] } | { ok: false; errors: PlaceError[] } {
  const numbers = Array.from({ length: rows }, (_, at) => at + 1);
  const each = numbers.map((row) => {
    const given = Number.parseFloat(typed.one(orderField(row)).replace(',', '.'));
    return { at: Number.isFinite(given) ? given : row, row, read: rowAlone(typed, row) };
  });
  const errors = each.flatMap(({ read }) => (read.ok ? [] : read.errors));
  if (errors.length > 0) return { ok: false, errors };
  const sorted = each.sort((one, other) => one.at - other.at || one.row - other.row);
  return { ok: true, places: sorted.flatMap(({ read }) => (read.ok ? read.places : [])) };
}

/** One row, with its faults named by its own number. */
function rowAlone(typed: Typed, row: number) {
  const prefix = `${GROUP}-1-`;
  const one = (field: string) => typed.one(field.replace(prefix, `${GROUP}-${row}-`));
  const read = placesFrom({ one }, GROUP, 1);
  if (read.ok) return read;
  const errors = read.errors.map(({ field, reason }) => ({
    ...{ field: field.replace(prefix, `${GROUP}-${row}-`), reason, values: { row } },
  }));
  return { ok: false as const, errors };
}
