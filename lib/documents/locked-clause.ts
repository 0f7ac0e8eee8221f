// The clause that no clinic can edit or leave out: sessions are talk only.
import { blockTokens, copyFinder, withoutCopies } from '@/lib/documents/clause-copies';
import type { DocumentBox, DocumentSlug } from '@/lib/documents/document-text';

/** Where the clause stands in the agreement; an agreement without the mark gets the clause at its beginning. */
export const LOCKED_CLAUSE_MARK = '{{lockedClause}}';

// Source: the ethics codes of every body that licenses talking therapies forbid sexual contact with a client
// (for example APA 10.05, AASECT, COSRT), whether or not the client agrees.
export const LOCKED_CLAUSE = `## Talk only

Our work together is talking. There is no sexual contact with your therapist. There is no nudity. There is no
sexual touch, by anyone, in any session, in person or by video. This is so always, even if you were to ask for it
or agree to it. It is so after therapy ends, too.

If a therapist ever suggests anything else, it is wrong and it is never your fault. Leave, or end the call. You can
tell us, the body that licenses the therapist, or the police. We will take you seriously.`;

const CLAUSE_BLOCKS = blockTokens(LOCKED_CLAUSE);
const isCopy = copyFinder(LOCKED_CLAUSE);

/**
 * The body with the clause in it, exactly once, as a heading and two paragraphs, whatever was edited around it. Copies
 * of it go, changed ones too. Where the text before would hide it (an open comment, a fence of code), it stands first:
 * nothing comes before it there that could. Other documents stay as they are.
 */
export function withLockedClause(slug: DocumentSlug, body: string): string {
  const text = body.replaceAll('\r\n', '\n');
  if (slug !== 'agreement') return text.replaceAll(LOCKED_CLAUSE_MARK, '');
  const { above, below } = aroundClause(text);
  const [before, after] = [withoutCopies(above, isCopy), withoutCopies(below, isCopy)];
  const inPlace = stacked(before, LOCKED_CLAUSE, after);
  if (standsOnce(inPlace)) return inPlace;
  const first = stacked(LOCKED_CLAUSE, withoutCopies(stacked(before, after), isCopy));
  if (!standsOnce(first)) throw new Error('the locked clause could not be put into the agreement');
  return first;
}

/** What stands before the clause, or its mark, and what after. Without either, all of it comes after. */
export function aroundClause(body: string): { above: string; below: string } {
  const [before = '', ...after] = body
    .replaceAll(LOCKED_CLAUSE, LOCKED_CLAUSE_MARK)
    .split(LOCKED_CLAUSE_MARK);
  // Joined with space between: what two marks held apart can't become a third.
  return after.length > 0 ? { above: before, below: after.join('\n\n') } : { above: '', below: before };
}

/** Whether some of `body` would be left out as a copy of the clause. */
export function copiesClause(slug: DocumentSlug, body: string): boolean {
  if (slug !== 'agreement') return false;
  const { above, below } = aroundClause(body);
  return [above, below].some((part) => blockTokens(part).some(isCopy));
}

const stacked = (...parts: string[]) =>
  parts
    .map((part) => part.replace(/^(?:[^\S\n]*\n)+|\s+$/g, ''))
    .filter(Boolean)
    .join('\n\n');

function standsOnce(body: string): boolean {
  const blocks = blockTokens(body);
  const at = blocks.findIndex(isCopy);
  return (
    blocks.filter(isCopy).length === CLAUSE_BLOCKS.length &&
    CLAUSE_BLOCKS.every(({ type, raw }, index) => {
      const block = blocks[at + index];
      return block?.type === type && block.raw.trim() === raw.trim();
    })
  );
}

/** The box of the agreement that says the same: its words are the clause's too. */
const LOCKED_BOX = { slug: 'agreement', id: 'talk-only', label: 'I understand that sessions are talk only.' };

export const isLockedBox = (slug: DocumentSlug, id: string): boolean =>
  slug === LOCKED_BOX.slug && id === LOCKED_BOX.id;

/** The boxes with the locked one among them, first, in its own words. */
export const withLockedBox = (slug: DocumentSlug, boxes: readonly DocumentBox[]): DocumentBox[] =>
  slug === LOCKED_BOX.slug
    ? [{ id: LOCKED_BOX.id, label: LOCKED_BOX.label }, ...boxes.filter(({ id }) => id !== LOCKED_BOX.id)]
    : [...boxes];
