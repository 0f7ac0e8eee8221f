// What is wrong with hours or days somebody typed, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { DAYS_REASONS } from '@/lib/scheduling/days-typed';
import { HOURS_REASONS } from '@/lib/scheduling/hours-rows-typed';
import { HOURS_NUMBERS } from '@/lib/scheduling/hours-typed';
import { weekdayInWords } from '@/lib/scheduling/week-in-words';

export type FieldErrors = { field: string; message: string }[];

export const errorIn = (errors: FieldErrors) => (field: string) =>
  errors.find((error) => error.field === field)?.message;

/** In the order of the page. */
export function sayHoursErrors(
  draft: FormDraft | null,
  t: ReturnType<typeof useTranslations<'hours.form'>>,
  locale: string,
): FieldErrors {
  return (draft?.errors ?? []).flatMap(({ field, reason, values = {} }) => {
    const known = HOURS_REASONS.find((each) => each === reason);
    if (!known) return [];
    const number = HOURS_NUMBERS.find((each) => each === field);
    const words = {
      row: Number(values.row ?? 0),
      day: weekdayInWords(Number(values.weekday ?? 1), locale, 'long'),
      label: number ? t(number) : '',
      ...{ least: Number(values.least ?? 0), most: Number(values.most ?? 0), step: Number(values.step ?? 1) },
    };
    return [{ field, message: t(`errors.${known}`, words) }];
  });
}

export function sayDaysErrors(
  draft: FormDraft | null,
  t: ReturnType<typeof useTranslations<'hours.days'>>,
): FieldErrors {
  return (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const known = DAYS_REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`) }] : [];
  });
}
