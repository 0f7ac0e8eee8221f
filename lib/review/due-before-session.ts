// An amber danger sign is due a day before the first session, as soon as there is one.
import type { Tx } from '@/db/client';
import { BEFORE_SESSION, caseOf } from './case-of';
import type { FlagState } from './flags-of';

/** The same flags; an amber one without an hour of its own gets the one its client's session gives it. */
export async function dueBeforeSession(
  tx: Tx,
  clientId: string,
  flags: readonly FlagState[],
): Promise<FlagState[]> {
  if (flags.every(({ dueAt }) => dueAt !== null)) return [...flags];
  const { firstSession } = await caseOf(tx, clientId);
  if (!firstSession) return [...flags];
  const at = new Date(firstSession.getTime() - BEFORE_SESSION);
  return flags.map((flag) => ({ ...flag, dueAt: flag.dueAt ?? at }));
}
