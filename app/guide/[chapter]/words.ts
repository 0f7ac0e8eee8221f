// Puts the reasons why something was not kept into words.
import type { useTranslations } from 'next-intl';
import type { FieldError } from '@/lib/accounts/form-draft';

/** What to do about one error. */
export function sayError(
  t: ReturnType<typeof useTranslations<'guide'>>,
  { reason, values }: FieldError,
): string {
  return t(reason === 'too-long' ? 'errors.too-long' : 'errors.not-readable', {
    count: 0,
    most: 0,
    ...values,
  });
}
