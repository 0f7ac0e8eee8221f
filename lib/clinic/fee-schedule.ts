// What each service costs, as an admin sets it: what is typed is checked whole, and nothing wrong is kept.
import { createHash } from 'node:crypto';
import type { Clinic } from './clinic';
import { centsFrom, isCurrency } from './money';
import { isNpi, isTaxId } from './provider-ids';
import { textFault } from './readable-text';

export type FeeSchedule = Pick<Clinic, 'fees' | 'currency' | 'npi' | 'taxId' | 'cancellationHours'>;

/** Rows on the page beyond those in use, and the most there can be. */
export const SPARE_ROWS = 3;
export const MOST_SERVICES = 20;
const LONGEST_SERVICE = 60;
const LONGEST_CODE = 12;
const LONGEST_SESSION = 480;
/** Two weeks: longer is no notice, but a trap. */
const LONGEST_NOTICE = 336;

export const FEE_REASONS = [
  'no-services',
  'service-missing',
  'service-too-long',
  'not-readable',
  'code-missing',
  'code-too-long',
  'minutes-wrong',
  'price-wrong',
  'same-twice',
  'currency-missing',
  'npi-wrong',
  'tax-id-wrong',
  'notice-wrong',
] as const;
export type FeeReason = (typeof FEE_REASONS)[number];
export type FeeError = { field: string; reason: FeeReason; values?: { row: number } };

export type TypedFees = { one: (field: string) => string };

export const serviceFields = (row: number) => ({
  service: `service-${row}`,
  code: `code-${row}`,
  minutes: `minutes-${row}`,
  price: `price-${row}`,
});

/**
 * The schedule that was typed, or every fault with the field it is about. A row that is empty throughout is no service.
 * `country` (ISO 3166 alpha-2) decides how a tax id is written.
 */
export function feesFrom(
  typed: TypedFees,
  country: string,
): { ok: true; schedule: FeeSchedule } | { ok: false; errors: FeeError[] } {
  const errors: FeeError[] = [];
  const fees = rowsFrom(typed, errors);
  const [currency, npi, taxId] = ['currency', 'npi', 'taxId'].map((field) => typed.one(field).trim());
  const notice = wholeNumber(typed.one('cancellationHours'), 0, LONGEST_NOTICE);
  if (fees.length === 0 && errors.length === 0)
    errors.push({ field: serviceFields(1).service, reason: 'no-services' });
  if (!isCurrency(currency ?? '')) errors.push({ field: 'currency', reason: 'currency-missing' });
  if (npi && !isNpi(npi)) errors.push({ field: 'npi', reason: 'npi-wrong' });
  if (taxId && !isTaxId(taxId, country)) errors.push({ field: 'taxId', reason: 'tax-id-wrong' });
  if (notice === null) errors.push({ field: 'cancellationHours', reason: 'notice-wrong' });
  if (errors.length > 0 || notice === null) return { ok: false, errors };
  return {
    ok: true,
    schedule: {
      fees,
      currency: currency ?? '',
      npi: npi ?? '',
      taxId: taxId ?? '',
      cancellationHours: notice,
    },
  };
}

function rowsFrom(typed: TypedFees, errors: FeeError[]): FeeSchedule['fees'] {
  const fees: FeeSchedule['fees'] = [];
  for (let row = 1; row <= MOST_SERVICES; row += 1) {
    const fields = serviceFields(row);
    const [service, code, minutes, price] = [
      oneLine(typed.one(fields.service)),
      oneLine(typed.one(fields.code)).toUpperCase(),
      typed.one(fields.minutes).trim(),
      typed.one(fields.price).trim(),
    ];
    if (!service && !code && !minutes && !price) continue;
    const wrong = (field: string, reason: FeeReason) => errors.push({ field, reason, values: { row } });
    const [long, cents] = [wholeNumber(minutes, 1, LONGEST_SESSION), centsFrom(price)];
    if (!service) wrong(fields.service, 'service-missing');
    for (const [field, text] of [
      [fields.service, service],
      [fields.code, code],
    ] as const)
      if (textFault(text, Number.POSITIVE_INFINITY)) wrong(field, 'not-readable');
    if ([...service].length > LONGEST_SERVICE) wrong(fields.service, 'service-too-long');
    if (!code) wrong(fields.code, 'code-missing');
    if (code.length > LONGEST_CODE) wrong(fields.code, 'code-too-long');
    if (long === null) wrong(fields.minutes, 'minutes-wrong');
    if (cents === null) wrong(fields.price, 'price-wrong');
    if (fees.some((other) => other.service === service && other.code === code))
      wrong(fields.service, 'same-twice');
    fees.push({ service, code, minutes: long ?? 0, cents: cents ?? 0 });
  }
  return fees;
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ');

function wholeNumber(typed: string, least: number, most: number): number | null {
  const plain = typed.trim();
  if (!/^\d{1,4}$/.test(plain)) return null;
  const number = Number(plain);
  return number >= least && number <= most ? number : null;
}

export const scheduleOf = ({ fees, currency, npi, taxId, cancellationHours }: Clinic): FeeSchedule => ({
  fees: fees.map(({ service, code, minutes, cents }) => ({ service, code, minutes, cents })),
  currency,
  npi,
  taxId,
  cancellationHours,
});

/** Sixteen hex digits that stand for exactly this schedule: a form made for another is refused. */
export const stampOfFees = (schedule: FeeSchedule): string => {
  const { fees, currency, npi, taxId, cancellationHours } = schedule;
  const rows = fees.map(({ service, code, minutes, cents }) => [service, code, minutes, cents]);
  return createHash('sha256')
    .update(JSON.stringify([rows, currency, npi, taxId, cancellationHours]))
    .digest('hex')
    .slice(0, 16);
};
