// Where somebody is declined, and the key under which a letter that was begun is kept.
import { PLACE_PARTS, placeField } from '@/lib/clinic/referral-places';
import { FREE, FREE_PLACES } from '@/lib/review/letter-typed';
import { pageOf } from '../addresses';

export const declinePage = (reference: string | undefined): string => `${pageOf(reference)}/decline`;

export const declineForm = (reference: string | undefined): string =>
  `staff/submissions/${(reference ?? '').slice(0, 20)}/decline`;

/** The beginnings a letter can have; the first stands when none was chosen. */
export const STARTS = ['cannot', 'refer', 'first'] as const;
export type Start = (typeof STARTS)[number];

/** Null for what is none of them. */
export const startNamed = (given: string | number | undefined): Start | null =>
  STARTS.find((each) => each === given) ?? null;

/** What the buttons send that begin anew: only where nothing of one's own is lost by it, or in any case. */
export const BEGIN = 'begin';
export const REPLACE = 'replace';

/** Why a letter was not begun anew: somebody wrote in it. */
export const IS_WRITTEN = 'letter-is-written';

/** What is written at length for a letter: its words, and the places that are not on the practice's list. */
export const letterBoxes = (): string[] => [
  'letter',
  ...Array.from({ length: FREE_PLACES }, (_, at) =>
    PLACE_PARTS.map((part) => placeField(FREE, at + 1, part)),
  ).flat(),
];
