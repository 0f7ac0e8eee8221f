// Whom a clinician sees, in words.
import type { useTranslations } from 'next-intl';
import { regionName } from '@/lib/clinic/regions';
import { LANGUAGES } from '@/lib/scheduling/hours-typed';

type Format = ReturnType<typeof useTranslations<'hours.format'>>;

export const formatsInWords = (formats: readonly string[], t: Format): string =>
  formats.map((each) => t(each === 'in-person' ? 'in-person' : 'video')).join(', ');

export const languagesInWords = (languages: readonly string[]): string =>
  languages.map((one) => LANGUAGES.find(({ value }) => value === one)?.label ?? one).join(', ');

export const regionsInWords = (regions: readonly string[]): string =>
  regions.map((region) => regionName(region) ?? region).join('; ');
