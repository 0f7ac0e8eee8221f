// What a verification found that does not hold, by name.
import type { Broken } from '@/lib/audit/verify-chain';
import type { SignatureFault } from '@/lib/documents/verify-signature';
import type { EstimateFault } from '@/lib/estimates/verify-estimate';
import type { Counts, LineOf } from '@/lib/evidence/line';

export type Finding =
  /** `cut-short`: no last line. `changed`: not the bytes that were sealed. `other-key`: sealed with none of the keys. */
  | { about: 'file'; why: 'cut-short' | 'changed' | 'other-key' }
  /** A line that is none of those that Foyer writes. */
  | { about: 'line'; number: number; why: 'unreadable' }
  /**
   * `not-published`: the record of what happened knows nothing of its publishing. `published-otherwise`: it knows
   * other `fields`. `gone`: it was published, and isn't here.
   */
  | {
      about: 'version';
      id: string;
      slug: string;
      version: number;
      why: 'text-differs' | 'row-differs' | 'not-published' | 'published-otherwise' | 'gone' | 'twice';
      fields?: string[];
    }
  /**
   * `gone`: it was given, as the record of what happened says, and isn't here. `not-in-chain`: the record knows
   * nothing of it. `chain-differs`: it was given otherwise. `not-erased`: its personal part is gone, and the record
   * knows of no erasure.
   */
  | {
      about: 'signature';
      id: string;
      account: string;
      slug: string;
      version: number;
      why: SignatureFault['why'] | 'gone' | 'not-in-chain' | 'chain-differs' | 'not-erased' | 'twice';
      fields?: string[];
    }
  /** The same of an estimate. */
  | {
      about: 'estimate';
      id: string;
      account: string;
      number: number;
      why: EstimateFault['why'] | 'gone' | 'not-in-chain' | 'chain-differs' | 'not-erased' | 'twice';
      fields?: string[];
    }
  | ({ about: 'chain' } & Broken);

export type Report = {
  begin: LineOf<'begin'>;
  /** What was read, whatever the file says. */
  counts: Counts;
  /** Signatures of people whose personal part was erased: they hold all the same. */
  erased: number;
  /** When each of the earlier files was made. */
  checkedAgainst: string[];
  findings: Finding[];
};
