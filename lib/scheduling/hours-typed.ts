// What staff type for how somebody works, read whole: every fault is named with the field it is about, and nothing is guessed.
import { countryOf } from '@/lib/clinic/regions';
import { questionNamed } from '@/lib/forms/definition';
import { type HoursError, rulesFrom } from './hours-rows-typed';
import { type HoursSetting, hoursToBeginWith } from './hours-setting';
import { GRID } from './time-of-day';
import { isZone } from './zone-offsets';

/** Bounds of each number, both included. */
export const BOUNDS = {
  sessionMinutes: { least: 15, most: 240, step: GRID },
  bufferBeforeMinutes: { least: 0, most: 120, step: GRID },
  bufferAfterMinutes: { least: 0, most: 120, step: GRID },
  // Two weeks: whoever needs longer is on holiday.
  noticeHours: { least: 0, most: 336, step: 1 },
  horizonDays: { least: 1, most: 365, step: 1 },
  dailyMaximum: { least: 1, most: 20, step: 1 },
} as const;
export type HoursNumber = keyof typeof BOUNDS;
export const HOURS_NUMBERS = Object.keys(BOUNDS) as HoursNumber[];

export const FORMATS = ['video', 'in-person'] as const;

/** The languages a client can ask for, as the form on languages offers them. */
export const LANGUAGES: readonly { value: string; label: string }[] = languagesOfForms();

/** `regions` is null from a form that doesn't ask for them: they stay as they are. */
export type HoursInput = Omit<HoursSetting, 'regions'> & { regions: string[] | null };

export type TypedHours = {
  one: (field: string) => string;
  all: (field: string) => string[];
  has: (field: string) => boolean;
};

/** `regions-asked` says that the form asks where somebody is licensed. */
export function hoursFrom(
  typed: TypedHours,
): { ok: true; input: HoursInput } | { ok: false; errors: HoursError[] } {
  const errors: HoursError[] = [];
  const zone = typed.one('zone');
  if (!isZone(zone)) errors.push({ field: 'zone', reason: 'zone-unknown' });
  // In the order of the page: how long a session is stands below the hours it must fit in.
  const wrongNumbers: HoursError[] = [];
  const numbers = numbersFrom(typed, wrongNumbers);
  const rules = rulesFrom(typed, numbers.sessionMinutes, errors);
  errors.push(...wrongNumbers);
  const formats = FORMATS.filter((format) => typed.all('formats').includes(format));
  if (formats.length === 0) errors.push({ field: 'formats', reason: 'formats-missing' });
  const languages = LANGUAGES.map(({ value }) => value).filter((one) => typed.all('languages').includes(one));
  if (languages.length === 0) errors.push({ field: 'languages', reason: 'languages-missing' });
  const regions = typed.has('regions-asked') ? [...new Set(typed.all('regions'))] : null;
  if (regions?.some((region) => countryOf(region) === null))
    errors.push({ field: 'regions', reason: 'region-unknown' });
  if (errors.length > 0) return { ok: false, errors };
  const seesCouples = typed.one('seesCouples') === 'yes';
  const takesNew = typed.one('takesNew') === 'yes';
  return { ok: true, input: { ...numbers, zone, rules, formats, languages, regions, seesCouples, takesNew } };
}

function numbersFrom(typed: TypedHours, errors: HoursError[]): Record<HoursNumber, number> {
  const numbers = HOURS_NUMBERS.map((field) => {
    const { least, most, step } = BOUNDS[field];
    const text = typed.one(field).trim();
    const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    const right = number >= least && number <= most && number % step === 0;
    if (!right) errors.push({ field, reason: 'number-wrong', values: { ...BOUNDS[field] } });
    return [field, right ? number : Number.NaN] as const;
  });
  return Object.fromEntries(numbers) as Record<HoursNumber, number>;
}

/** What was read, on top of where somebody is licensed already. */
export const settingFrom = (input: HoursInput, now: HoursSetting | null): HoursSetting => ({
  ...input,
  regions: input.regions ?? (now ?? hoursToBeginWith(input.zone)).regions,
});

function languagesOfForms() {
  const input = questionNamed('B7')?.input;
  const field = input?.kind === 'group' ? input.fields.find(({ id }) => id === 'language') : undefined;
  return field && 'options' in field ? field.options.filter(({ value }) => value !== 'other') : [];
}
