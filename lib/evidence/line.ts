// What stands in a file of evidence: one JSON object a line, each of one of these kinds, in this order.
import { z } from 'zod';
import { PARTS } from '@/lib/estimates/verify-estimate';

export const FORMAT = 'foyer-evidence/3';

/** `export`: everything that is to be verified. `checkpoint`: how far each chain of the record had come, and no more. */
const begin = z.strictObject({
  line: z.literal('begin'),
  /** The first format knew no estimates: none of them is judged from such a file. The second knew no sign-in of staff. */
  format: z.enum(['foyer-evidence/1', 'foyer-evidence/2', FORMAT]),
  kind: z.enum(['export', 'checkpoint']),
  /** ISO 8601, UTC: everything stands as it stood then. */
  madeAt: z.iso.datetime(),
  /** The key that seals the file. A reader takes the key itself from elsewhere, or it proves nothing. */
  keyId: z.string(),
  /** Whether typed names, network addresses and browsers are in it. */
  personal: z.boolean(),
});

const version = z.strictObject({
  line: z.literal('version'),
  id: z.string(),
  slug: z.string(),
  version: z.int(),
  locale: z.string(),
  kind: z.string(),
  title: z.string(),
  parts: z.string(),
  body: z.string(),
  sha256: z.string(),
  changeClass: z.string(),
  publishedAt: z.string(),
  publishedBy: z.string(),
});

/** The newest link of one subject's chain. */
const head = z.strictObject({ line: z.literal('head'), subject: z.string(), seq: z.int(), hash: z.string() });

const text = z.string().optional();
const personal = z.strictObject({ typedName: text, ip: text, userAgent: text });

const signature = z.strictObject({
  line: z.literal('signature'),
  id: z.string(),
  account: z.string(),
  versionId: z.string(),
  kind: z.string(),
  slug: z.string(),
  version: z.int(),
  round: z.int(),
  sha256: z.string(),
  locale: z.string(),
  signedAt: z.string(),
  record: z.string(),
  seal: z.string(),
  keyId: z.string(),
  /**
   * What the record's commitments open to; or `left-out`: it was opened, it held, and it was not asked for; `erased`:
   * the client's key is gone; `broken`: it does not open, or is not what the record commits to.
   */
  personal: z.union([
    z.enum(['left-out', 'erased', 'broken']),
    z.strictObject({ values: personal, salts: personal }),
  ]),
});

/** Never what it says: whether that, and its diagnosis code, were what the record names when the export was made. */
const estimate = z.strictObject({
  line: z.literal('estimate'),
  id: z.string(),
  account: z.string(),
  number: z.int(),
  appointment: z.string().nullable(),
  givenAt: z.string(),
  givenBy: z.string(),
  sha256: z.string(),
  record: z.string(),
  seal: z.string(),
  keyId: z.string(),
  contents: z.enum(PARTS),
  code: z.enum([...PARTS, 'none']),
});

const event = z.strictObject({
  line: z.literal('event'),
  id: z.string(),
  subject: z.string(),
  seq: z.int(),
  at: z.string(),
  actorKind: z.string(),
  actorId: z.string(),
  event: z.string(),
  detail: z.string(),
  prevHash: z.string(),
  hash: z.string(),
  /** The sign-in of a member of staff it came from: an id, and nothing of where that was. */
  sessionId: z.string().nullable().optional(),
});

/** How many lines of each kind there are. */
const counts = z.strictObject({
  version: z.int(),
  head: z.int(),
  signature: z.int(),
  /** Absent in a file of the first format. */
  estimate: z.int().optional(),
  event: z.int(),
});

/** `sha256` is that of every byte before this line; `seal` is Ed25519 over `endText`, base64. */
const end = z.strictObject({
  line: z.literal('end'),
  counts,
  sha256: z.string(),
  keyId: z.string(),
  seal: z.string(),
});

export const evidenceLine = z.discriminatedUnion('line', [
  begin,
  version,
  head,
  signature,
  estimate,
  event,
  end,
]);

export type EvidenceLine = z.infer<typeof evidenceLine>;
export type LineOf<K extends EvidenceLine['line']> = Extract<EvidenceLine, { line: K }>;
export type Content = Exclude<EvidenceLine, { line: 'begin' | 'end' }>;
export type Counts = Record<Content['line'], number>;

export const noCounts = (): Counts => ({ version: 0, head: 0, signature: 0, estimate: 0, event: 0 });
