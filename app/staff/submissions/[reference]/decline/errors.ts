// What is wrong with a letter somebody typed, or stood in its way, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft } from '@/lib/accounts/form-draft';

const TYPED = [
  'letter-missing',
  'letter-too-long',
  'letter-not-readable',
  'reason-missing',
  'name-missing',
  'reach-missing',
  'too-long',
  'not-readable',
  'phone-wrong',
  'web-wrong',
] as const;

const PROBLEMS = ['not-now', 'not-allowed', 'red-not-seen', 'appointment-changed', 'unknown'] as const;

type Words = ReturnType<typeof useTranslations<'endings.decline'>>;

/** In the order of the page. */
export function sayErrors(draft: FormDraft | null, t: Words): { field: string; message: string }[] {
  return (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const known = TYPED.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`) }] : [];
  });
}

/** Null for what is none of them: an address can say anything. */
export const problemNamed = (given: string | string[] | undefined) =>
  PROBLEMS.find((each) => each === given) ?? null;
