// What a client must have done, and must have given, before a document takes their signature.
import type { DocumentSlug } from '@/lib/documents/document-text';
import { type DocumentFacts, documentsThatApply } from '@/lib/documents/documents-that-apply';
import { nameMatches } from '@/lib/documents/name-matches';
import type { DocumentParts } from '@/lib/documents/published-text';
import type { Signed } from '@/lib/documents/signatures';
import { holds } from '@/lib/documents/standing';
import { SAMPLE_WORD } from '@/lib/documents/texts/electronic-records';

/** Who signs, as their answers say: what they are called, and whether the first questions are done. */
export type Signer = { names: (string | null)[]; firstQuestionsDone: boolean; facts: DocumentFacts };

/** What comes first (the first questions, then electronic documents), or that the document isn't for this client. */
export type NotYet = 'first-questions' | 'electronic-records' | 'does-not-apply';

/** Why this document can't be signed just now, or null. */
export function signingRefusal(
  slug: DocumentSlug,
  { firstQuestionsDone, facts }: Pick<Signer, 'firstQuestionsDone' | 'facts'>,
  signed: readonly Pick<Signed, 'slug' | 'standing'>[],
): NotYet | null {
  if (!firstQuestionsDone) return 'first-questions';
  const electronic = signed.some((each) => each.slug === 'electronic-records' && holds(each.standing));
  if (slug !== 'electronic-records' && !electronic) return 'electronic-records';
  return documentsThatApply(facts).some((each) => each.slug === slug) ? null : 'does-not-apply';
}

/** What is wrong with a signature, and with which field of its form. */
export type SigningFault = {
  field: string;
  reason: 'box-not-ticked' | 'box-not-known' | 'sample-word-wrong' | 'name-missing' | 'name-does-not-match';
};

export type Given = { typedName: string; boxes: readonly string[]; sampleWord: string };

/** The field of a box's tick in the form. */
export const boxField = (id: string) => `box-${id}`;

/** The boxes that were ticked, from everything a form sent. */
export const boxesIn = (sent: Record<string, string[]>): string[] =>
  Object.entries(sent).flatMap(([field, values]) =>
    field.startsWith(boxField('')) && values.includes('yes') ? [field.slice(boxField('').length)] : [],
  );

/** Everything that is wrong, in the order of the form. `names`: the name to use and the legal name. */
export function signingFaults(
  parts: DocumentParts,
  given: Given,
  names: readonly (string | null)[],
): SigningFault[] {
  const faults: SigningFault[] = [];
  if (parts.slug === 'electronic-records' && given.sampleWord.trim().toLowerCase() !== SAMPLE_WORD) {
    faults.push({ field: 'sample-word', reason: 'sample-word-wrong' });
  }
  for (const { id, mayStayEmpty } of parts.boxes) {
    if (!mayStayEmpty && !given.boxes.includes(id))
      faults.push({ field: boxField(id), reason: 'box-not-ticked' });
  }
  for (const id of given.boxes) {
    if (!parts.boxes.some((box) => box.id === id))
      faults.push({ field: boxField(id), reason: 'box-not-known' });
  }
  if (parts.kind === 'signature') {
    if (given.typedName.trim() === '') faults.push({ field: 'name', reason: 'name-missing' });
    else if (!nameMatches(given.typedName, names))
      faults.push({ field: 'name', reason: 'name-does-not-match' });
  }
  return faults;
}
