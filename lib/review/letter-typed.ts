// What a clinician typed for a letter, read and checked whole: its words, the reason for the record, and the places it names.
import type { FieldError } from '@/lib/accounts/form-draft';
import { textFault, tidy } from '@/lib/clinic/readable-text';
import { placesFrom, type ReferralPlace, stampOfPlaces } from '@/lib/clinic/referral-places';
import { DECLINE_REASONS, type DeclineReason, type LetterContent, LONGEST_LETTER } from './decline-letter';

/** Rows for places that are not on the practice's list. */
export const FREE_PLACES = 2;
export const FREE = 'free';

export type LetterTyped = { letter: LetterContent; reason: DeclineReason };

type Typed = { one: (field: string) => string; all: (field: string) => string[] };

/** The value of a place's box: it stands for exactly what was shown, so that one changed meanwhile is not sent unseen. */
export const boxOf = (place: ReferralPlace): string => stampOfPlaces([place]);

/** `known`: the practice's own list as it stands now. */
export function letterTyped(
  typed: Typed,
  known: readonly ReferralPlace[],
): ({ ok: true } & LetterTyped) | { ok: false; errors: FieldError[] } {
  const text = tidy(typed.one('letter'));
  const fault = textFault(text, LONGEST_LETTER);
  const reason = DECLINE_REASONS.find((each) => each === typed.one('reason'));
  const free = placesFrom(typed, FREE, FREE_PLACES);
  const errors: FieldError[] = [
    ...(text === '' ? [{ field: 'letter', reason: 'letter-missing' }] : []),
    ...(fault ? [{ field: 'letter', reason: `letter-${fault.reason}` }] : []),
    ...(free.ok ? [] : free.errors),
    ...(reason ? [] : [{ field: 'reason', reason: 'reason-missing' }]),
  ];
  if (errors.length > 0 || !reason || !free.ok) return { ok: false, errors };
  const ticked = typed.all('place');
  const places = known
    .filter((place) => ticked.includes(boxOf(place)))
    .map(({ name, whatFor, phone, web, note }) => ({ name, whatFor, phone, web, note }));
  return { ok: true, letter: { text, places: [...places, ...free.places] }, reason };
}
