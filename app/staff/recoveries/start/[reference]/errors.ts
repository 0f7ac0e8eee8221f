// What is wrong with a recovery somebody wants to start, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft } from '@/lib/accounts/form-draft';

const REASONS = [
  'too-few-steps',
  'no-strong-step',
  'not-an-address',
  'nothing-changes',
  'same-address',
  'address-taken',
  'inbox-missing',
  'already-open',
] as const;

/** In the order of the page. */
export function sayStartErrors(
  draft: FormDraft | null,
  t: ReturnType<typeof useTranslations<'recoveries'>>,
): { field: string; message: string }[] {
  return (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const known = REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`) }] : [];
  });
}
