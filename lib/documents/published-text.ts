// A document as it is published: its exact words, and the SHA-256 that a signature is bound to.
import { createHash } from 'node:crypto';
import { neutralName } from '@/lib/clinic/neutral-name';
import { canonicalJson } from '@/lib/documents/canonical-json';
import { type ClinicFacts, fillMarkdown, fillPlain } from '@/lib/documents/clinic-facts';
import type { DocumentBox, DocumentKind, DocumentText } from '@/lib/documents/document-text';
import { withLockedBox, withLockedClause } from '@/lib/documents/locked-clause';

/** What is shown around the body; stored as canonical JSON, and hashed with it. */
export type DocumentParts = {
  slug: string;
  locale: string;
  kind: DocumentKind;
  title: string;
  browserTitle: string;
  summary: string[];
  boxes: DocumentBox[];
};

export type PublishedText = {
  title: string;
  kind: DocumentKind;
  parts: string;
  body: string;
  sha256: string;
};

/**
 * The text with the clinic's gaps filled and, last of all, the locked clause woven in. Throws when a gap can't be filled, and when
 * the title for the browser says to a bystander what the document is about.
 */
export function publishedText(text: DocumentText, facts: ClinicFacts): PublishedText {
  const browserTitle = neutralName(text.browserTitle);
  if (!browserTitle.ok) throw new Error(`the title of ${text.slug} for the browser: ${browserTitle.reason}`);
  const body = withLockedClause(text.slug, fillMarkdown(text.body, facts));
  const parts = canonicalJson({
    slug: text.slug,
    locale: text.locale,
    kind: text.kind,
    title: text.title,
    browserTitle: text.browserTitle,
    summary: text.summary.map((line) => fillPlain(line, facts)),
    boxes: withLockedBox(text.slug, text.boxes),
  });
  return { title: text.title, kind: text.kind, parts, body, sha256: sha256OfText({ parts, body }) };
}

/** Hex SHA-256 of the exact bytes shown, UTF-8: the parts on one line, a line feed, the body. */
export const sha256OfText = ({ parts, body }: { parts: string; body: string }) =>
  createHash('sha256').update(`${parts}\n${body}`, 'utf8').digest('hex');

/** The parts of a stored version; they were written by `publishedText` alone. */
export const partsOf = (version: { parts: string }): DocumentParts => JSON.parse(version.parts);
