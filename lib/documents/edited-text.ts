// The words of a document that staff write, between the form they are typed into and the text that is published.
import type { EditedText } from '@/db/schema';
import type { DocumentVersion } from '@/lib/documents/current-version';
import { defaultTexts } from '@/lib/documents/default-texts';
import type { DocumentSlug, DocumentText } from '@/lib/documents/document-text';
import { aroundClause, isLockedBox, LOCKED_CLAUSE_MARK } from '@/lib/documents/locked-clause';
import { partsOf } from '@/lib/documents/published-text';

export type { EditedText };

/** The field of the words beside a box. */
export const wordsOfBox = (id: string) => `box-${id}`;

/** The boxes whose words staff may write. */
export const boxesToWrite = (slug: DocumentSlug) =>
  defaultTexts[slug].boxes.filter(({ id }) => !isLockedBox(slug, id));

/** The agreement is written in two parts, the locked clause between them; the others in one. */
export const hasClause = (slug: DocumentSlug): boolean => slug === 'agreement';

/** The text that a form's fields hold: `one` gives a field as it was typed, '' when it isn't there. */
export function editedTextIn(slug: DocumentSlug, one: (field: string) => string): EditedText {
  const tidy = (field: string) => one(field).replaceAll('\r\n', '\n').trim();
  return {
    title: tidy('title'),
    browserTitle: tidy('browser-title'),
    summary: tidy('summary')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    body: hasClause(slug)
      ? [tidy('body'), LOCKED_CLAUSE_MARK, tidy('body-after')].filter(Boolean).join('\n\n')
      : tidy('body'),
    boxes: Object.fromEntries(boxesToWrite(slug).map(({ id }) => [id, tidy(wordsOfBox(id))])),
  };
}

/** The same, back in the fields. */
export function fieldsOf(slug: DocumentSlug, text: EditedText): Record<string, string> {
  const { above, below } = hasClause(slug) ? aroundClause(text.body) : { above: text.body, below: '' };
  return {
    title: text.title,
    'browser-title': text.browserTitle,
    summary: text.summary.join('\n'),
    body: above.trim(),
    ...(hasClause(slug) && { 'body-after': below.trim() }),
    ...Object.fromEntries(boxesToWrite(slug).map(({ id }) => [wordsOfBox(id), text.boxes[id] ?? ''])),
  };
}

/** As the whole text it will be published from: what staff can't change is as Foyer ships it. */
export function wholeText(
  slug: DocumentSlug,
  { title, browserTitle, summary, body, boxes }: EditedText,
): DocumentText {
  const shipped = defaultTexts[slug];
  return {
    ...shipped,
    ...{ title, browserTitle, summary, body },
    boxes: shipped.boxes.map((box) => ({ ...box, label: boxes[box.id] ?? box.label })),
  };
}

/** What a whole text holds of what staff write. */
export const editedPart = ({ title, browserTitle, summary, body, boxes }: DocumentText): EditedText => ({
  ...{ title, browserTitle, summary: [...summary], body },
  boxes: Object.fromEntries(boxes.map(({ id, label }) => [id, label])),
});

/** What a version was made from; of one whose gaps nobody kept, the words as they were published. */
export function sourceOf(version: Pick<DocumentVersion, 'source' | 'parts' | 'body'>): EditedText {
  if (version.source) return version.source;
  const { title, browserTitle, summary, boxes } = partsOf(version);
  return {
    ...{ title, browserTitle, summary, body: version.body },
    boxes: Object.fromEntries(boxes.map(({ id, label }) => [id, label])),
  };
}
