// What is wrong with what was typed about an address, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft } from '@/lib/accounts/form-draft';

/** The keys of the kept forms. */
export const ADDRESS_FORM = 'home/address';
export const CODE_FORM = 'home/address/code';

const REASONS = [
  'not-an-address',
  'same-address',
  'inbox-missing',
  'too-many',
  'recovery-open',
  'not-eight-digits',
  'wrong',
  'gone',
  'taken',
] as const;

/** In the order of the page. */
export function sayErrors(
  draft: FormDraft | null,
  t: ReturnType<typeof useTranslations<'address'>>,
): { field: string; message: string }[] {
  return (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const known = REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`) }] : [];
  });
}
