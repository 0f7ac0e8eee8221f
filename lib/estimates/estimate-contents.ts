// All that a Good Faith Estimate says, as it is kept: whose it is, from whom, where, what is expected and what that costs.
import { createHash } from 'node:crypto';
import { canonicalJson } from '@/lib/documents/canonical-json';
import type { Statement } from './statements';

export const FREQUENCIES = ['weekly', 'fortnightly', 'monthly', 'as-agreed'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** For services that come again one estimate holds for twelve months at most (45 CFR 149.610(b)(1)(x)). */
export const MOST_MONTHS = 12;

export type EstimateLine = {
  service: string;
  code: string;
  minutes: number;
  quantity: number;
  /** Of one, in cents. */
  cents: number;
  /** Of all of them, in cents. */
  total: number;
};

/**
 * 45 CFR 149.610(c)(1): (i) name and date of birth; (ii) the primary service and its day; (iii) the itemised list;
 * (iv) service codes and charges, and diagnosis codes where there are any, which are kept apart; (v) the provider's
 * name, NPI and TIN, the state and the place; and in `statements` what must be said with it, from (vi) on.
 */
export type EstimateContents = {
  format: 'foyer-estimate-contents/1';
  locale: 'en';
  /** Counts from 1 for each client. */
  number: number;
  /** ISO 8601, UTC; the day it is on the clinic's calendar; and the clinic's zone. */
  givenAt: string;
  issuedOn: string;
  zone: string;
  client: { name: string; bornOn: string };
  practice: { name: string; address: string; phone: string; email: string; npi: string; taxId: string };
  provider: { name: string; credential: string };
  /** `state`: where the client will be, in words. */
  place: { format: 'video' | 'in-person' | null; state: string | null };
  /** The instant the first service is booked for, in the zone the client chose in. */
  booked: { startsAt: string; zone: string } | null;
  period: { months: number; frequency: Frequency };
  lines: EstimateLine[];
  currency: string;
  total: number;
  statements: Statement[];
};

export const lineOf = (
  { service, code, minutes }: Pick<EstimateLine, 'service' | 'code' | 'minutes'>,
  quantity: number,
  cents: number,
): EstimateLine => ({ service, code, minutes, quantity, cents, total: quantity * cents });

/** In cents. */
export const totalOf = (lines: readonly EstimateLine[]): number =>
  lines.reduce((sum, { total }) => sum + total, 0);

/**
 * Sixteen hex digits that stand for what somebody sees before it is given: all of it but the hour. A form made for
 * another is refused.
 */
export const fingerprintOf = ({ givenAt: _, issuedOn: __, ...rest }: EstimateContents): string =>
  createHash('sha256').update(canonicalJson(rest)).digest('hex').slice(0, 16);
