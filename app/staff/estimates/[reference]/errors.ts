// What is wrong with an estimate somebody typed, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { ESTIMATE_REASONS } from '@/lib/estimates/estimate-form';

const REASONS = [...ESTIMATE_REASONS, 'no-clinician'] as const;

export type FieldErrors = { field: string; message: string }[];

export function sayEstimateErrors(
  draft: FormDraft | null,
  t: ReturnType<typeof useTranslations<'estimates.file'>>,
): FieldErrors {
  return (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const known = REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`) }] : [];
  });
}
