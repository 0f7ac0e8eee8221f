// Where somebody is closed, and what stood in the way, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { pageOf } from '../addresses';

export const closePage = (reference: string | undefined): string => `${pageOf(reference)}/close`;

export const closeForm = (reference: string | undefined): string =>
  `staff/submissions/${(reference ?? '').slice(0, 20)}/close`;

const REASONS = [
  'reason-missing',
  'appointment-ahead',
  'red-not-seen',
  'not-now',
  'not-allowed',
  'unknown',
] as const;

export function sayErrors(
  draft: FormDraft | null,
  t: ReturnType<typeof useTranslations<'endings.close'>>,
): { field: string; message: string }[] {
  return (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const known = REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`) }] : [];
  });
}
