// Which documents a client meets, in order, and which of them a first session cannot be booked without.
import { defaultTexts } from '@/lib/documents/default-texts';
import { DOCUMENT_SLUGS, type DocumentSlug } from '@/lib/documents/document-text';

/** From "About you first": by video or in person, and alone, with a partner, or not decided yet. Null: not answered. */
export type DocumentFacts = {
  format: 'video' | 'in-person' | null;
  company: 'alone' | 'partner' | 'undecided' | null;
};

export type ApplyingDocument = { slug: DocumentSlug; requiredToBook: boolean };

/** The documents that apply, in the journey's order. */
export function documentsThatApply({ format, company }: DocumentFacts): ApplyingDocument[] {
  const left = new Set<DocumentSlug>();
  if (format !== 'video') left.add('video');
  if (company !== 'partner') left.add('couples');
  return DOCUMENT_SLUGS.filter((slug) => !left.has(slug)).map((slug) => ({
    slug,
    requiredToBook: defaultTexts[slug].requiredToBook !== 'never',
  }));
}
