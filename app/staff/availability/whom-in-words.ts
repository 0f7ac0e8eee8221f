// Whom a clinician sees, in words.
import type { useTranslations } from 'next-intl';
import { regionName } from '@/lib/clinic/regions';
import { LANGUAGES } from '@/lib/scheduling/hours-typed';

type Format = ReturnType<typeof useTranslations<'hours.format'>>;

export const formatsInWords = (formats: readonly string[], t: Format): string =>
  t(formats.length > 1 ? 'both' : formats[0] === 'in-person' ? 'in-person' : 'video');

export const languagesInWords = (languages: readonly string[]): string =>
  languages.map((one) => LANGUAGES.find(({ value }) => value === one)?.label ?? one).join(', ');

export const regionsInWords = (regions: readonly string[]): string =>
  regions.map((region) => regionName(region) ?? region).join('; ');
