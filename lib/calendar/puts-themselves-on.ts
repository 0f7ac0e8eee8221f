// Whom a client meets is on the case: so a clinician who is not doesn't book the client for themselves, nor one who only opened it with a reason.
import type { Tx } from '@/db/client';
import { whyNotToActOn } from '@/lib/review/on-the-case';
import { isClinical, type Staff } from '@/lib/review/submission-by-reference';

export async function putsThemselvesOn(
  tx: Tx,
  actor: Staff,
  { clientId, clinicianId }: { clientId: string; clinicianId: string },
): Promise<boolean> {
  if (clinicianId !== actor.id || !isClinical(actor)) return false;
  return (await whyNotToActOn(tx, actor, { clientId })) !== null;
}
