// Whose appointments somebody changes: front desk everybody's, a clinician those of the cases they act on. And nobody puts themselves on a case by it.
import type { Tx } from '@/db/client';
import { type NotToActOn, whyNotToActOn } from '@/lib/review/on-the-case';
import { isClinical, type Staff } from '@/lib/review/submission-by-reference';
import { whyNotToWrite } from '@/lib/review/write-message';
import { maySchedule } from './may-schedule';

export type NotToSchedule = NotToActOn | 'not-allowed';

/**
 * Why they change nothing in this client's diary; null when they may. `withId`: the clinician whom the client is to meet by
 * the change, who is on the case from then on: so a clinician at the front desk gives no time of their own either. By
 * `foyer.keep_off_the_case`, as the database does.
 */
export async function whyNotToSchedule(
  tx: Tx,
  actor: Staff,
  { clientId, withId }: { clientId: string; withId?: string },
): Promise<NotToSchedule | null> {
  if (!maySchedule(actor)) return 'not-allowed';
  const themselves = withId === actor.id && isClinical(actor);
  return themselves ? whyNotToActOn(tx, actor, { clientId }) : whyNotToWrite(tx, actor, { clientId });
}
