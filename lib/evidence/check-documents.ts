// Checks every version and signature of an export by itself, and against what the record of what happened says of it.

import type { PublicKeys } from '@/lib/documents/public-keys';
import { sha256Of } from '@/lib/documents/verify-seal';
import {
  type FoundVersion,
  faultsOf,
  foundVersion,
  type SignatureFault,
} from '@/lib/documents/verify-signature';
import { type Detail, differentFrom, readDetail } from '@/lib/evidence/event-detail';
import type { Finding } from '@/lib/evidence/findings';
import type { LineOf } from '@/lib/evidence/line';

/** `stated`: the hash that its row says, which may not be that of its words. */
type KeptVersion = FoundVersion & {
  stated: string;
  changeClass: string;
  publishedAt: string;
  publishedBy: string;
  published: boolean;
};
type KeptSignature = Pick<LineOf<'signature'>, 'id' | 'account' | 'slug' | 'version' | 'kind'> & {
  record: string;
  /** Its personal part is said to be gone with its client. */
  erased: boolean;
  inChain: boolean;
};

const GIVEN = new Map([
  ['document.signed', 'signature'],
  ['document.acknowledged', 'acknowledgement'],
  ['document.received', 'receipt'],
  ['document.withdrawn', 'withdrawal'],
]);

/** Takes versions, then signatures, then events, and says at the end what does not hold. Keeps no text and no record. */
export class DocumentCheck {
  readonly findings: Finding[] = [];
  erased = 0;
  private readonly versions = new Map<string, KeptVersion>();
  private readonly signatures = new Map<string, KeptSignature>();

  constructor(private readonly keys: PublicKeys) {}

  version(line: LineOf<'version'>) {
    const found = foundVersion(line);
    if (this.versions.has(line.id)) this.findVersion(line, 'twice');
    const { changeClass, publishedAt, publishedBy, sha256: stated } = line;
    this.versions.set(line.id, { ...found, stated, changeClass, publishedAt, publishedBy, published: false });
    if (found.sha256 !== stated) this.findVersion(line, 'text-differs');
    const fields = differentParts(line);
    if (fields.length > 0) this.findVersion(line, 'row-differs', fields);
  }

  signature(line: LineOf<'signature'>) {
    const { id, account, slug, version, kind } = line;
    if (this.signatures.has(id)) this.findSignature(line, { why: 'twice' });
    this.signatures.set(id, {
      ...{ id, account, slug, version, kind },
      record: sha256Of(line.record),
      erased: line.personal === 'erased',
      inChain: false,
    });
    const found = this.versions.get(line.versionId) ?? null;
    for (const fault of faultsOf(line, found, this.keys)) this.findSignature(line, fault);
  }

  event({ subject, event, actorId, at, detail }: LineOf<'event'>) {
    const kind = GIVEN.get(event);
    if (kind) this.given(subject, kind, readDetail(detail));
    if (event === 'document.published')
      this.published(subject, { publishedBy: actorId, at }, readDetail(detail));
  }

  /** `erased`: the accounts whose key was deleted, as the record of what happened says. */
  end(erased: ReadonlySet<string>) {
    for (const version of this.versions.values())
      if (!version.published) this.findVersion(version, 'not-published');
    for (const signature of this.signatures.values()) {
      if (!signature.inChain) this.findSignature(signature, { why: 'not-in-chain' });
      if (!signature.erased) continue;
      if (erased.has(signature.account)) this.erased += 1;
      else this.findSignature(signature, { why: 'not-erased' });
    }
  }

  private published(id: string, { publishedBy, at }: { publishedBy: string; at: string }, detail: Detail) {
    const there = this.versions.get(id);
    if (!there) return this.findVersion({ id, ...named(detail.slug, detail.version) }, 'gone');
    there.published = true;
    const fields = differentFrom({ publishedBy, ...detail }, { ...there, sha256: there.stated });
    if (detail.publishedAt === undefined && !isAbout(there.publishedAt, at)) fields.push('publishedAt');
    if (fields.length > 0) this.findVersion(there, 'published-otherwise', fields);
  }

  private given(account: string, kind: string, { document, version, signature, record }: Detail) {
    const id = String(signature);
    const there = this.signatures.get(id);
    if (!there) return this.findSignature({ id, account, ...named(document, version) }, { why: 'gone' });
    there.inChain = true;
    const fields = differentFrom({ account, kind, slug: document, version, record }, there);
    if (fields.length > 0) this.findSignature(there, { why: 'chain-differs', fields });
  }

  private findVersion(
    { id, slug, version }: Pick<FoundVersion, 'id' | 'slug' | 'version'>,
    why: Extract<Finding, { about: 'version' }>['why'],
    fields?: string[],
  ) {
    this.findings.push({ about: 'version', id, slug, version, why, ...(fields && { fields }) });
  }

  private findSignature(
    { id, account, slug, version }: Pick<KeptSignature, 'id' | 'account' | 'slug' | 'version'>,
    fault:
      | SignatureFault
      | { why: 'gone' | 'not-in-chain' | 'chain-differs' | 'not-erased' | 'twice'; fields?: string[] },
  ) {
    this.findings.push({ about: 'signature', id, account, slug, version, ...fault });
  }
}

const named = (slug: unknown, version: unknown) => ({ slug: String(slug), version: Number(version) });

/** The first events of publishing don't say when it was: it was just before they were written, in one transaction. */
const MOST_BETWEEN = 5 * 60 * 1000;

const isAbout = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other)) <= MOST_BETWEEN;

/** The columns of a version's row that stand in its parts too, where they are hashed. */
function differentParts({ slug, locale, kind, title, parts }: LineOf<'version'>): string[] {
  const [row, hashed]: [Detail, Detail] = [{ slug, locale, kind, title }, readDetail(parts)];
  return Object.keys(row).filter((field) => row[field] !== hashed[field]);
}
