// Puts into words why a question could not be sent.
import type { getTranslations } from 'next-intl/server';
import type { FieldError } from '@/lib/accounts/form-draft';

type Words = Awaited<ReturnType<typeof getTranslations<'documents.ask'>>>;

const REASONS = [
  'question-missing',
  'not-readable',
  'too-long',
  'too-many-questions',
  'wait-for-answers',
] as const;

export function askErrors(t: Words, errors: readonly FieldError[]) {
  return errors.flatMap(({ reason, values }) => {
    const known = REASONS.find((each) => each === reason);
    return known
      ? [{ href: '#question', message: t(`errors.${known}`, { count: 0, most: 0, ...values }) }]
      : [];
  });
}
