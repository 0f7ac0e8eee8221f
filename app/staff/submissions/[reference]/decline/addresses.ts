// Where somebody is declined, and the key under which a letter that was begun is kept.
import { pageOf } from '../addresses';

export const declinePage = (reference: string | undefined): string => `${pageOf(reference)}/decline`;

export const declineForm = (reference: string | undefined): string =>
  `staff/submissions/${(reference ?? '').slice(0, 20)}/decline`;

/** The beginnings a letter can have; the first stands when none was chosen. */
export const STARTS = ['cannot', 'refer', 'first'] as const;
export type Start = (typeof STARTS)[number];
