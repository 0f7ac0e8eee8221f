// The two numbers by which the United States know a provider, checked for slips of the finger.

/**
 * A National Provider Identifier: ten digits, the first 1 or 2, the last a check digit by the Luhn formula over the
 * number with 80840 before it (45 CFR 162.406(a); ISO/IEC 7812).
 */
export function isNpi(typed: string): boolean {
  if (!/^[12]\d{9}$/.test(typed)) return false;
  const digits = [...`80840${typed}`].reverse().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const counted = place % 2 === 1 ? digit * 2 : digit;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}

/** In the US an employer's number, `12-3456789`: never a person's own. Elsewhere up to thirty letters and digits. */
export const isTaxId = (typed: string, country: string): boolean =>
  country === 'US' ? /^\d{2}-\d{7}$/.test(typed) : /^[\p{L}\d][\p{L}\d ./-]{0,29}$/u.test(typed);
