// Checks every estimate of an export by itself, and against what the record of what happened says of it.

import type { PublicKeys } from '@/lib/documents/public-keys';
import { sha256Of } from '@/lib/documents/verify-seal';
import { type EstimateFault, faultsOfEstimate } from '@/lib/estimates/verify-estimate';
import { differentFrom, readDetail } from '@/lib/evidence/event-detail';
import type { Finding } from '@/lib/evidence/findings';
import type { LineOf } from '@/lib/evidence/line';

type KeptEstimate = Pick<LineOf<'estimate'>, 'id' | 'account' | 'number' | 'givenBy'> & {
  record: string;
  /** What it says, or its code, is said to be gone with its client. */
  erased: boolean;
  inChain: boolean;
};

/** Takes estimates, then events, and says at the end what does not hold. */
export class EstimateCheck {
  readonly findings: Finding[] = [];
  private readonly estimates = new Map<string, KeptEstimate>();

  constructor(private readonly keys: PublicKeys) {}

  estimate(line: LineOf<'estimate'>) {
    const { id, account, number, givenBy, contents, code } = line;
    if (this.estimates.has(id)) this.find(line, { why: 'twice' });
    this.estimates.set(id, {
      ...{ id, account, number, givenBy },
      record: sha256Of(line.record),
      erased: contents === 'erased' || code === 'erased',
      inChain: false,
    });
    for (const fault of faultsOfEstimate(line, this.keys)) this.find(line, fault);
  }

  event({ subject: account, event, actorId: givenBy, detail }: LineOf<'event'>) {
    if (event !== 'estimate.given') return;
    const { estimate, number, record } = readDetail(detail);
    const id = String(estimate);
    const there = this.estimates.get(id);
    if (!there) return this.find({ id, account, number: Number(number) }, { why: 'gone' });
    there.inChain = true;
    const fields = differentFrom({ account, number, givenBy, record }, there);
    if (fields.length > 0) this.find(there, { why: 'chain-differs', fields });
  }

  /** `erased`: the accounts whose key was deleted, as the record of what happened says. */
  end(erased: ReadonlySet<string>) {
    for (const estimate of this.estimates.values()) {
      if (!estimate.inChain) this.find(estimate, { why: 'not-in-chain' });
      if (estimate.erased && !erased.has(estimate.account)) this.find(estimate, { why: 'not-erased' });
    }
  }

  private find(
    { id, account, number }: Pick<KeptEstimate, 'id' | 'account' | 'number'>,
    fault:
      | EstimateFault
      | { why: 'gone' | 'not-in-chain' | 'chain-differs' | 'not-erased' | 'twice'; fields?: string[] },
  ) {
    this.findings.push({ about: 'estimate', id, account, number, ...fault });
  }
}
