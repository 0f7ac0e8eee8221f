// The eight documents Foyer ships, in the order a client meets them: sensible defaults for a lawyer to read.
import type { DocumentSlug, DocumentText } from '@/lib/documents/document-text';
import { agreement } from '@/lib/documents/texts/agreement';
import { couples } from '@/lib/documents/texts/couples';
import { electronicRecords } from '@/lib/documents/texts/electronic-records';
import { fees } from '@/lib/documents/texts/fees';
import { information } from '@/lib/documents/texts/information';
import { messages } from '@/lib/documents/texts/messages';
import { privacy } from '@/lib/documents/texts/privacy';
import { video } from '@/lib/documents/texts/video';

/** One line a paragraph, as somebody writes it in a box: the files break theirs for who reads code. */
const inLongLines = (text: DocumentText): DocumentText => ({
  ...text,
  body: text.body.replace(/(?<=[^\n|])\n(?=[^\n#|>-])(?!\d+\. )[ ]*/g, ' '),
});

export const defaultTexts: Record<DocumentSlug, DocumentText> = {
  'electronic-records': inLongLines(electronicRecords),
  privacy: inLongLines(privacy),
  information: inLongLines(information),
  agreement: inLongLines(agreement),
  video: inLongLines(video),
  messages: inLongLines(messages),
  fees: inLongLines(fees),
  couples: inLongLines(couples),
};
