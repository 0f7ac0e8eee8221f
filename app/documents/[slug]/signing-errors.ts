// Puts the reasons of a refused signature into words, each beside the field it is about.
import type { getTranslations } from 'next-intl/server';
import type { FieldError } from '@/lib/accounts/form-draft';
import { boxField } from '@/lib/documents/may-sign';
import type { DocumentParts } from '@/lib/documents/published-text';

type Words = Awaited<ReturnType<typeof getTranslations<'documents'>>>;

const REASONS = [
  'box-not-ticked',
  'box-not-known',
  'sample-word-wrong',
  'name-missing',
  'name-does-not-match',
  'document-changed',
  'not-yours',
  'not-open-yet',
  'does-not-apply',
  'taken-back',
  'too-many-rounds',
] as const;

/** Messages in the order of the form; one that is about no field of it leads to the top of the text. */
export function signingErrors(t: Words, parts: DocumentParts, errors: readonly FieldError[]) {
  return errors.flatMap(({ field, reason }) => {
    const known = REASONS.find((each) => each === reason);
    if (!known) return [];
    const label = parts.boxes.find(({ id }) => boxField(id) === field)?.label ?? '';
    const here = field === 'name' || field === 'sample-word' || label !== '';
    return [{ href: here ? `#${field}` : '#in-short', message: t(`errors.${known}`, { label }) }];
  });
}
