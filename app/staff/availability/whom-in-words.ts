// Whom a clinician sees, in words.
import type { useTranslations } from 'next-intl';
import { COUNTRIES } from '@/lib/clinic/regions';
import { LANGUAGES } from '@/lib/scheduling/hours-typed';

type Format = ReturnType<typeof useTranslations<'hours.format'>>;

export const formatsInWords = (formats: readonly string[], t: Format): string =>
  t(formats.length > 1 ? 'both' : formats[0] === 'in-person' ? 'in-person' : 'video');

export const languagesInWords = (languages: readonly string[]): string =>
  languages.map((one) => LANGUAGES.find(({ value }) => value === one)?.label ?? one).join(', ');

/** "New Jersey, New York (United States); Ireland"; '' for none. */
export function regionsInWords(regions: readonly string[]): string {
  const groups = COUNTRIES.flatMap(({ code, name, regions: inside }) => {
    const chosen = inside.filter((one) => regions.includes(one.code)).map((one) => one.name);
    if (chosen.length > 0) return [`${chosen.join(', ')} (${name})`];
    return regions.includes(code) ? [name] : [];
  });
  return groups.join('; ');
}
