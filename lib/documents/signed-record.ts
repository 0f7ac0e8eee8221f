// The record of one signature, whole: everything its seal covers, with personal fields by commitment alone.
import type { DocumentKind } from '@/lib/documents/document-text';

/** What is personal in a signature. Only a commitment to each stands in the record. */
export const PERSONAL_FIELDS = ['typedName', 'ip', 'userAgent'] as const;
export type PersonalField = (typeof PERSONAL_FIELDS)[number];

export type SignedRecord = {
  format: 'foyer-signature/1';
  id: string;
  kind: DocumentKind | 'withdrawal';
  /** The account that signed, how it had signed in, and when (ISO 8601, UTC); and the second key given after that, if any. */
  account: string;
  signedIn: { by: string; at: string; secondKey?: string };
  document: {
    versionId: string;
    slug: string;
    version: number;
    locale: string;
    title: string;
    sha256: string;
  };
  /** How often this client had withdrawn this document before: what is signed after that is a new signature. Absent: never. */
  round?: number;
  /** Ids of the boxes that were ticked; their words are in the text that was hashed. */
  boxesTicked: string[];
  /** The client typed the word that stands in the sample document. Whether they opened it was not observed. */
  sampleOpened?: true;
  /** Of a withdrawal: the id of the signature that it takes back. */
  withdraws?: string;
  /** From the server's clock: ISO 8601, UTC. */
  signedAt: string;
  /** Hex SHA-256 of salt, field name and value (`commitmentTo`). */
  commitments: Partial<Record<PersonalField, string>>;
  keyId: string;
};

/** What the commitments open to: kept sealed under the client's key, and gone when the client is erased. */
export type PersonalPart = {
  values: Partial<Record<PersonalField, string>>;
  /** 32 random bytes each, base64. */
  salts: Partial<Record<PersonalField, string>>;
};
