// What is wrong with fees somebody typed, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { FEE_REASONS } from '@/lib/clinic/fee-schedule';

const REASONS = [...FEE_REASONS, 'changed-meanwhile'] as const;

export type FieldErrors = { field: string; message: string }[];

/** In the order of the page. */
export function sayFeeErrors(
  draft: FormDraft | null,
  t: ReturnType<typeof useTranslations<'fees'>>,
): FieldErrors {
  return (draft?.errors ?? []).flatMap(({ field, reason, values }) => {
    const known = REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`, { row: Number(values?.row ?? 0) }) }] : [];
  });
}
