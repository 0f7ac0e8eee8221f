// What a PIN must be: digits enough that five tries in a quarter of an hour lead nowhere, and none that everybody tries first.

export const SHORTEST_PIN = 6;
export const LONGEST_PIN = 12;

export type PinFault = 'empty' | 'not-digits' | 'too-short' | 'too-long' | 'too-simple' | 'a-date';

/** A PIN as it is compared: pasted spaces and hyphens do no harm, nor does a keyboard that writes digits in full width. */
export const normalisePin = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s\-‐-―]/g, '');

/**
 * What is wrong with a normalised PIN somebody chose, or null. `too-simple`: one figure, a run with one break at most,
 * figures in twos or threes, or a few figures over and over. `a-date`: their own birthday (`birthDate` as
 * `1990-04-03`, where it is known) in any usual shape, or eight figures that are a day of the hundred years up to
 * `thisYear`. Six figures are refused for their own day alone: too many are somebody's.
 */
export function pinFault(
  pin: string,
  { birthDate, thisYear }: { birthDate: string | null; thisYear: number },
): PinFault | null {
  if (!pin) return 'empty';
  if (!/^\d+$/.test(pin)) return 'not-digits';
  if (pin.length < SHORTEST_PIN) return 'too-short';
  if (pin.length > LONGEST_PIN) return 'too-long';
  if (isRun(pin, 1) || isRun(pin, 9) || repeats(pin) || inBlocks(pin)) return 'too-simple';
  return isDay(pin, thisYear) || (birthDate && isBirthday(pin, birthDate)) ? 'a-date' : null;
}

/** 456789, 890123 (`step` 1), 654321 (`step` 9), and 123457: each figure follows from the one before, but for one. */
const isRun = (pin: string, step: number): boolean =>
  [...pin].filter((figure, at) => at > 0 && Number(figure) !== (Number(pin[at - 1]) + step) % 10).length <= 1;

/** 777777, 121212, 123123: three figures or fewer, again and again. */
const repeats = (pin: string): boolean =>
  [1, 2, 3].some((length) => [...pin].every((figure, at) => figure === pin[at % length]));

/** 112233, 111222: nothing but figures in twos, or in threes. */
const inBlocks = (pin: string): boolean =>
  [2, 3].some((size) => [...pin].every((figure, at) => figure === pin[at - (at % size)]));

/** 17051988, 05171988, 19880517: a day somebody may have been born on. */
function isDay(pin: string, thisYear: number): boolean {
  if (pin.length !== 8) return false;
  const [front, back] = [pin.slice(0, 4), pin.slice(4)];
  const isNear = (year: string) => Number(year) <= thisYear && Number(year) >= thisYear - 100;
  return (isNear(back) && isDayOfYear(front)) || (isNear(front) && isDayOfYear(back));
}

/** 1705 or 0517. */
const isDayOfYear = (four: string): boolean => {
  const [one, other] = [Number(four.slice(0, 2)), Number(four.slice(2))];
  const fits = (day: number, month: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12;
  return fits(one, other) || fits(other, one);
};

/** With and without leading noughts, the year in two figures or four; a day and month twice; or all of it with more behind or before. */
function isBirthday(pin: string, birthDate: string): boolean {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const short = (part: string) => part.replace(/^0/, '');
  const pairs = [
    [day, month],
    [short(day), short(month)],
  ].flatMap(([d = '', m = '']) => [d + m, m + d]);
  const years = [year, year.slice(2)];
  const whole = pairs.flatMap((pair) => years.flatMap((each) => [pair + each, each + pair]));
  const twice = pairs.map((pair) => pair.repeat(2));
  return [...whole, ...twice].some((shape) => pin === shape || (shape.length === 8 && pin.includes(shape)));
}
