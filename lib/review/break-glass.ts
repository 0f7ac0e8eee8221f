// A clinician who is not on a case opens it, with a reason: it is written down, sealed, and every clinical lead is told at once.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { submission } from '@/db/schema';
import { textFault, tidy } from '@/lib/clinic/readable-text';
import { LONGEST_REASON, SHORTEST_REASON } from './glass';
import { isOnTheCase } from './on-the-case';
import { openFile } from './open-file';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';

export type ReasonFault = 'reason-too-short' | 'reason-too-long' | 'reason-not-readable';
export type GlassRefusal = ReasonFault | 'unknown' | 'not-allowed';

/**
 * From here on, for twelve hours, they read as whoever is on the case does, may write a note, and see to a danger sign; they
 * decide nothing (`whyNotToActOn`). Asked twice is once: who is on the case needs no reason. Refused: `unknown`, `not-allowed` (not a clinician), and what is wrong with the reason (10 to 500 characters).
 */
export async function breakGlass(
  actor: Staff,
  { reference, reason }: { reference: string; reason: string },
): Promise<{ ok: true } | { ok: false; reason: GlassRefusal }> {
  if (!isClinical(actor)) return { ok: false, reason: 'not-allowed' };
  const typed = tidy(reason);
  const fault = faultOf(typed);
  if (fault) return { ok: false, reason: fault };
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    // Two presses at once go one after the other; the second finds it open.
    await tx.select({ id: submission.id }).from(submission).where(eq(submission.id, found.id)).for('update');
    if (await isOnTheCase(tx, actor, found)) return { ok: true };
    await openFile(tx, actor, { clientId: found.clientId, reason: typed });
    return { ok: true };
  });
}

function faultOf(reason: string): ReasonFault | null {
  // What can't be seen says nothing.
  if ([...reason.replace(/[\p{Cf}\p{M}\s]/gu, '')].length < SHORTEST_REASON) return 'reason-too-short';
  const fault = textFault(reason, LONGEST_REASON);
  return fault && `reason-${fault.reason}`;
}
