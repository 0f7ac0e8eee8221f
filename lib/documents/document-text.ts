// What one of the clinic's documents is made of before it is published: words with gaps that the clinic's own facts fill.

/** The documents, in the order a client meets them. */
export const DOCUMENT_SLUGS = [
  'electronic-records',
  'privacy',
  'information',
  'agreement',
  'video',
  'messages',
  'fees',
  'couples',
] as const;

export type DocumentSlug = (typeof DOCUMENT_SLUGS)[number];

/** A signature carries a typed name; an acknowledgement ("I understand") and a receipt ("I was given this") do not. */
export type DocumentKind = 'signature' | 'acknowledgement' | 'receipt';

/** A statement with a box beside it, never ticked beforehand. A permission is a box that may stay empty. */
export type DocumentBox = { id: string; label: string; mayStayEmpty?: true };

export type DocumentText = {
  slug: DocumentSlug;
  locale: 'en';
  /** The heading of the page. */
  title: string;
  /** What a bystander may read in the browser's history: neutral. */
  browserTitle: string;
  kind: DocumentKind;
  /** Whether a first session can be booked without it. */
  requiredToBook: 'always' | 'when-by-video' | 'never';
  /** One sentence a line, read before the full text. */
  summary: string[];
  /** Markdown, headings from the second level. {{gaps}} are filled when it is published. */
  body: string;
  boxes: DocumentBox[];
};

/** Said to staff beside every text that Foyer ships. */
export const DEFAULT_TEXT_NOTE = 'Have a lawyer in your jurisdiction read this.';

export const isDocumentSlug = (value: string): value is DocumentSlug =>
  (DOCUMENT_SLUGS as readonly string[]).includes(value);
