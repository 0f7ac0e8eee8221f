// Puts the reasons of a refused form into words, each beside the field it is about.
import { getTranslations } from 'next-intl/server';
import { typingWordsIn } from '@/components/typing-words';
import type { FieldError } from '@/lib/accounts/form-draft';

type Words = Awaited<ReturnType<typeof getTranslations<'forms'>>>;

const REASONS = [
  'choose-something',
  'write-something',
  'not-an-option',
  'only-one',
  'alone-or-others',
  'answer-or-say-no',
  'answer-or-in-person',
  'no-number',
  'call-not-allowed',
  'text-not-allowed',
  'date-missing',
  'date-incomplete',
  'date-not-real',
  'date-in-future',
  'date-too-long-ago',
  'phone',
  'too-long',
  'not-readable',
  'sent-twice',
  'newer-version',
  'too-often',
  'already-sent',
  'answers-missing',
] as const;

/** What to do about one error. */
export function sayError(t: Words, { reason, values }: FieldError): string {
  const known = REASONS.find((each) => each === reason) ?? 'other';
  return t(`errors.${known}`, { label: '', count: 0, most: 0, ...values });
}

/** What a form that keeps what is typed says about it. */
export const typingWords = async () => typingWordsIn(await getTranslations('forms.typing'));
