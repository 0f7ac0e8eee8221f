// A mail as it will be read, from the facts alone: the same facts give the same words, in a preview and when it is sent.
import { render, toPlainText } from '@react-email/render';
import { givesAway } from '@/lib/clinic/neutral-name';
import { catalogue, type NoticeFacts, type NoticeKind } from './catalogue';
import { type Locale, wordsIn } from './words';

export type Composed = { subject: string; text: string; html: string };

/** `shortName`: the clinic's neutral name; it is left out where it would give the visit away. */
export async function compose<K extends NoticeKind>(
  kind: K,
  facts: NoticeFacts[K],
  { locale, shortName }: { locale: Locale; shortName: string },
): Promise<Composed> {
  const words = wordsIn(locale);
  const name: NoticeKind = kind;
  const signature = givesAway(shortName) ? '' : shortName;
  const subject = words(`${name}.subject`);
  const html = await render(catalogue[kind].template({ kind, facts, words, locale, subject, signature }));
  return { subject, text: asText(html), html };
}

/** A link stands on a line of its own, so that every mail program makes all of it clickable. */
const asText = (html: string) =>
  `${toPlainText(html)
    .replace(/ (https?:\/\/\S+)/g, '\n$1')
    .trim()}\n`;
