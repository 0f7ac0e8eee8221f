// Reads the record from its first link to its last and names the first row that does not hold.
import { createHash } from 'node:crypto';

/** A row of the audit table, `at` in ISO 8601 with milliseconds. */
export type Link = {
  id: string;
  subject: string;
  seq: number;
  at: string;
  actorKind: string;
  actorId: string;
  event: string;
  detail: string;
  prevHash: string;
  hash: string;
  /** The sign-in of a member of staff it came from; none before the record knew. */
  sessionId?: string | null | undefined;
};

/** A link that a chain is known to have had, by its number and hash. */
export type Point = { seq: number; hash: string };

/**
 * `changed`: the row differs from what was hashed. `out-of-order`: it doesn't follow from the row before it.
 * `missing`: a row, or the last ones, are gone. `head-missing`, `head-differs`, `beyond-head`: the head table knows no
 * such chain, ends it with another row, or ends it earlier. `cut-short`, `rewritten`: a checkpoint that was kept
 * elsewhere knows a later row, or another row in this place.
 */
export type Broken = {
  subject: string;
  seq: number;
  id: string | null;
  why:
    | 'changed'
    | 'out-of-order'
    | 'missing'
    | 'head-missing'
    | 'head-differs'
    | 'beyond-head'
    | 'cut-short'
    | 'rewritten';
};

/** The hash of a link, as the database's trigger makes it: SHA-256 of its fields on lines of their own, hex. */
export const hashOf = (link: Link): string =>
  createHash('sha256')
    .update(
      [
        link.prevHash,
        link.subject,
        link.seq,
        link.id,
        link.at,
        link.actorKind,
        link.actorId,
        link.event,
        link.detail,
        ...(link.sessionId ? [link.sessionId] : []),
      ].join('\n'),
    )
    .digest('hex');

/** One subject's chain, followed a link at a time, so that none has to be held whole. */
export class Chain {
  private last: Point & { id: string | null } = { seq: 0, hash: '', id: null };
  private broken: Broken | null = null;

  /** `head`: the newest link, from the head table. `earlier`: points from checkpoints, which it must run through. */
  constructor(
    private readonly subject: string,
    private readonly head: Point | undefined,
    private readonly earlier: readonly Point[] = [],
  ) {}

  /** Takes the next link, in the order of `seq`. After the first that does not hold, no other is judged. */
  add(link: Link) {
    this.broken ??= this.faultOf(link);
    const { seq, hash, id } = link;
    this.last = { seq, hash, id };
  }

  /** The first that did not hold so far: all that can be said of a chain that was read in part. */
  get soFar(): Broken | null {
    return this.broken;
  }

  /** The first row that does not hold, or null when all of them do and none is missing at the end. */
  end(): Broken | null {
    return this.broken ?? this.faultOfEnd();
  }

  private faultOf(link: Link): Broken | null {
    const fault = (why: Broken['why'], seq = link.seq, id: string | null = link.id) =>
      this.fault(why, seq, id);
    const expected = this.last.seq + 1;
    if (link.seq > expected) return fault('missing', expected, null);
    if (link.seq < expected || link.prevHash !== this.last.hash) return fault('out-of-order');
    if (hashOf(link) !== link.hash) return fault('changed');
    if (this.earlier.some(({ seq, hash }) => seq === link.seq && hash !== link.hash))
      return fault('rewritten');
    if (this.head && link.seq > this.head.seq) return fault('beyond-head');
    return null;
  }

  private faultOfEnd(): Broken | null {
    const { seq, hash, id } = this.last;
    if (this.head && this.head.seq > seq) return this.fault('missing', seq + 1, null);
    if (this.earlier.some((point) => point.seq > seq)) return this.fault('cut-short', seq + 1, null);
    if (!this.head) return seq === 0 ? null : this.fault('head-missing', seq, id);
    return this.head.hash === hash ? null : this.fault('head-differs', seq, id);
  }

  private fault(why: Broken['why'], seq: number, id: string | null): Broken {
    return { subject: this.subject, seq, id, why };
  }
}

/** Verifies one subject's chain at once, `links` in any order. Returns null when all of it holds. */
export function verifyChain(subject: string, links: Link[], head: Point | undefined): Broken | null {
  const chain = new Chain(subject, head);
  for (const link of [...links].sort((a, b) => a.seq - b.seq)) chain.add(link);
  return chain.end();
}
