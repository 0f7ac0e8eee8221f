// What is wrong with what was typed about somebody on the phone, in words.
import type { useTranslations } from 'next-intl';
import type { FieldError } from '@/lib/accounts/form-draft';

const REASONS = [
  'not-an-address',
  'addresses-differ',
  'address-taken',
  'under-18',
  'nobody-there',
  'write-something',
  'too-long',
  'not-readable',
  'sent-twice',
  'phone',
  'date-incomplete',
  'date-not-real',
  'date-in-future',
  'date-too-long-ago',
  'not-an-option',
  'only-one',
  'not-allowed',
  'too-often',
] as const;

/** In the order of the form. */
export function sayErrors(
  errors: readonly FieldError[],
  t: ReturnType<typeof useTranslations<'phone'>>,
): { field: string; message: string }[] {
  return errors.map(({ field, reason, values }) => {
    const known = REASONS.find((each) => each === reason) ?? 'not-an-option';
    return { field, message: t(`errors.${known}`, { most: 0, count: 0, ...values }) };
  });
}

/** The field each refusal of the whole is about. */
export const FIELD_OF = {
  'address-taken': 'email',
  'under-18': 'B3',
  'nobody-there': 'place',
  'not-allowed': 'email',
  'too-often': 'email',
} as const;
