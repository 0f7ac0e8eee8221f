// What staff type for an estimate: how many of which service, over how long; checked whole.
import type { FeeSchedule } from '@/lib/clinic/fee-schedule';
import { centsFrom } from '@/lib/clinic/money';
import { FREQUENCIES, type Frequency, MOST_MONTHS } from './estimate-contents';

/** Daily for a year. */
export const MOST_OF_ONE = 366;

export type EstimateInput = {
  /** By the key of the service (`keyOfService`). */
  lines: { key: string; quantity: number; cents: number }[];
  months: number;
  frequency: Frequency;
  /** The clinician's reference, where no appointment says who it is. */
  clinician: string;
  /** ICD-10-CM; null = none, as usual before the first session. */
  diagnosis: string | null;
  /** What the form was made for: the estimate's number, the appointment ('' = none), the schedule. */
  made: { number: number; appointment: string; fees: string };
};

export const ESTIMATE_REASONS = [
  'nothing-chosen',
  'quantity-wrong',
  'price-wrong',
  'months-wrong',
  'frequency-missing',
  'diagnosis-wrong',
] as const;
export type EstimateReason = (typeof ESTIMATE_REASONS)[number];
export type EstimateError = { field: string; reason: EstimateReason; values?: { service: string } };

type Fees = FeeSchedule['fees'];
type Typed = { one: (field: string) => string; all: (field: string) => string[] };

/** The same for the same service while its code and its place among those of that code stay. */
export const keyOfService = (fees: Fees, at: number): string => {
  const code = fees[at]?.code ?? '';
  const before = fees.slice(0, at).filter((other) => other.code === code).length;
  return `${code.replace(/[^A-Z0-9]/gi, '')}-${before + 1}`;
};

export const lineFields = (key: string) => ({ quantity: `quantity-${key}`, price: `price-${key}` });

/** Reads the form without knowing the schedule: `service` lists the keys of the rows it had. */
export function estimateFrom(
  typed: Typed,
): { ok: true; input: EstimateInput } | { ok: false; errors: EstimateError[] } {
  const errors: EstimateError[] = [];
  const lines = linesFrom(typed, errors);
  const months = Number(/^\d{1,2}$/.test(typed.one('months')) ? typed.one('months') : 0);
  const frequency = FREQUENCIES.find((each) => each === typed.one('frequency'));
  const diagnosis = typed.one('diagnosis').trim().toUpperCase();
  if (months < 1 || months > MOST_MONTHS) errors.push({ field: 'months', reason: 'months-wrong' });
  if (!frequency) errors.push({ field: 'frequency', reason: 'frequency-missing' });
  // A letter, a digit, a digit or letter, and up to four more after a point: the form of a code of ICD-10-CM.
  if (diagnosis && !/^[A-Z]\d[\dA-Z](\.[\dA-Z]{1,4})?$/.test(diagnosis))
    errors.push({ field: 'diagnosis', reason: 'diagnosis-wrong' });
  if (errors.length > 0 || !frequency) return { ok: false, errors };
  const made = {
    number: Number(/^\d{1,6}$/.test(typed.one('number')) ? typed.one('number') : 0),
    appointment: typed.one('appointment'),
    fees: typed.one('fees'),
  };
  const clinician = typed.one('clinician');
  return { ok: true, input: { lines, months, frequency, clinician, diagnosis: diagnosis || null, made } };
}

function linesFrom(typed: Typed, errors: EstimateError[]): EstimateInput['lines'] {
  const keys = [...new Set(typed.all('service'))].filter((key) => /^[A-Z0-9]{1,16}-\d{1,2}$/i.test(key));
  const lines = keys.flatMap((key) => {
    const fields = lineFields(key);
    const [much, price] = [typed.one(fields.quantity).trim(), typed.one(fields.price)];
    if (much === '' || /^0+$/.test(much)) return [];
    const quantity = /^\d{1,3}$/.test(much) ? Number(much) : Number.POSITIVE_INFINITY;
    const cents = centsFrom(price);
    if (quantity > MOST_OF_ONE) errors.push({ field: fields.quantity, reason: 'quantity-wrong' });
    if (cents === null) errors.push({ field: fields.price, reason: 'price-wrong' });
    return [{ key, quantity, cents: cents ?? 0 }];
  });
  if (lines.length === 0)
    errors.push({ field: keys[0] ? lineFields(keys[0]).quantity : 'months', reason: 'nothing-chosen' });
  return lines;
}
