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
};

export type Broken = {
  subject: string;
  seq: number;
  id: string | null;
  why: 'changed' | 'out-of-order' | 'missing' | 'head-differs';
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
      ].join('\n'),
    )
    .digest('hex');

/**
 * Verifies one subject's chain. `links` in any order; `head` is the newest link known, from the head table or a
 * checkpoint kept elsewhere: without it a chain that was cut short looks whole. Returns null when all of it holds.
 */
export function verifyChain(
  subject: string,
  links: Link[],
  head?: { seq: number; hash: string },
): Broken | null {
  const inOrder = [...links].sort((a, b) => a.seq - b.seq);
  let prevHash = '';
  let expected = 1;
  for (const link of inOrder) {
    const broken = (why: Broken['why'], seq = link.seq, id: string | null = link.id) => ({
      subject,
      seq,
      id,
      why,
    });
    if (link.seq > expected) return broken('missing', expected, null);
    if (link.seq < expected || link.prevHash !== prevHash) return broken('out-of-order');
    if (hashOf(link) !== link.hash) return broken('changed');
    prevHash = link.hash;
    expected += 1;
  }
  if (head && head.seq >= expected) return { subject, seq: expected, id: null, why: 'missing' };
  if (head && head.seq === expected - 1 && head.hash !== prevHash)
    return { subject, seq: head.seq, id: null, why: 'head-differs' };
  return null;
}
