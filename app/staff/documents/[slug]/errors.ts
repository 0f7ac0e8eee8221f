// What is wrong with a draft or its publishing, in words, each beside the field it is about.
import type { useTranslations } from 'next-intl';
import type { FieldError } from '@/lib/accounts/form-draft';

type Words = ReturnType<typeof useTranslations<'staffDocuments'>>;

const EMPTY = ['title', 'browser-title', 'summary', 'body', 'class', 'code'] as const;
const WHERE = ['title', 'browser-title', 'summary', 'body', 'body-after'] as const;
const OF_WORDS = [
  'too-long',
  'too-many-lines',
  'too-deep',
  'too-many-marks',
  'unbroken',
  'not-readable',
  'mixed-letters',
  'unknown-gap',
  'no-gaps-here',
  'gives-away',
] as const;

export type SaidError = { field: string; message: string };

/** In the order of the form; what is about no field of it is not in them. */
export const sayErrors = (errors: readonly FieldError[], t: Words): SaidError[] =>
  errors.flatMap((error) => {
    const message = messageOf(error, t);
    return message ? [{ field: error.field, message }] : [];
  });

function messageOf({ field, reason, values = {} }: FieldError, t: Words): string | null {
  if (reason === 'wrong' || reason === 'shut-here') return t(`errors.${reason}`);
  if (reason === 'empty') return t(`errors.empty.${EMPTY.find((each) => each === field) ?? 'box'}`);
  const known = OF_WORDS.find((each) => each === reason);
  if (!known) return null;
  const where = t(`errors.where.${WHERE.find((each) => each === field) ?? 'box'}`);
  if (known === 'too-long' && !('count' in values)) return t('errors.too-long-name', { where });
  const said = { count: 0, most: 0, word: '', gap: '', ...values, where };
  return t(`errors.${known}`, {
    ...said,
    count: Number(said.count),
    most: Number(said.most),
    word: String(said.word),
    gap: String(said.gap),
  });
}
