// A booking or a move, whoever makes it, in one transaction: again after a deadlock, and undone whole when the time is somebody else's.
import { type Actor, as, type Tx } from '@/db/client';
import { despiteDeadlock } from './despite-deadlock';
import { Taken } from './secure-time';

/** What `work` gives; refused with `slot-taken` when it throws `Taken`, and then nothing of it is kept. */
export async function unlessTaken<T>(
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
): Promise<T | { ok: false; reason: 'slot-taken' }> {
  try {
    return await despiteDeadlock(() => as(actor, work));
  } catch (error) {
    if (error instanceof Taken) return { ok: false, reason: 'slot-taken' };
    throw error;
  }
}
