// The clause that no clinic can edit or leave out: sessions are talk only.
import type { DocumentSlug } from '@/lib/documents/document-text';

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

/** The body with the clause in it, exactly once, whatever was edited around it. Other documents stay as they are. */
export function withLockedClause(slug: DocumentSlug, body: string): string {
  if (slug !== 'agreement') return body.replaceAll(LOCKED_CLAUSE_MARK, '');
  const bare = body.replaceAll(LOCKED_CLAUSE, LOCKED_CLAUSE_MARK);
  const [before, ...after] = bare.split(LOCKED_CLAUSE_MARK);
  if (after.length === 0) return `${LOCKED_CLAUSE}\n\n${bare}`;
  return `${before}${LOCKED_CLAUSE}${after.join('')}`;
}
