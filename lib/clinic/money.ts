// Amounts of money, exact to the cent: whole numbers of cents from what is typed to what is printed.

/** The currencies a fee can be in (ISO 4217); each has a hundred cents. */
export const CURRENCIES = ['USD', 'CAD', 'GBP', 'EUR', 'AUD'] as const;
export type Currency = (typeof CURRENCIES)[number];

export const isCurrency = (value: string): value is Currency =>
  (CURRENCIES as readonly string[]).includes(value);

/** More than any service costs, so that a slip of the finger is found: 100,000.00. */
export const MOST_CENTS = 10_000_000;

/** Cents from "220", "220.50", "$1,200" or "1,200.00"; null for what is none of these, or is more than `MOST_CENTS`. */
export function centsFrom(typed: string): number | null {
  const plain = typed.trim().replace(/^[$£€]\s*/, '');
  const [, whole = '', cents = '00'] = plain.match(/^(\d{1,6}|\d{1,3}(?:,\d{3})+)(?:\.(\d{2}))?$/) ?? [];
  if (whole === '') return null;
  const amount = Number(whole.replaceAll(',', '')) * 100 + Number(cents);
  return amount <= MOST_CENTS ? amount : null;
}

/** "220.50", as it is typed. */
export const centsAsTyped = (cents: number): string =>
  `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

const made = new Map<string, Intl.NumberFormat>();

/** "$220.50". Written from the digits themselves: no fraction is ever reckoned with. */
export function moneyInWords(cents: number, currency: string, locale = 'en'): string {
  const key = `${locale} ${currency}`;
  const format = made.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  made.set(key, format);
  return format.format(centsAsTyped(cents) as `${number}`);
}
