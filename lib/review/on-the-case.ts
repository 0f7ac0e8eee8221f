// Who is on a case: the clinical lead, whom it is assigned to, whom the client meets; and any clinician while it is nobody's.
import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment } from '@/db/schema';
import { isClinical, type Staff } from './submission-by-reference';

export async function isOnTheCase(
  tx: Tx,
  actor: Staff,
  { clientId, assigneeId }: { clientId: string; assigneeId: string | null },
): Promise<boolean> {
  if (!isClinical(actor)) return false;
  if (assigneeId === null || assigneeId === actor.id || actor.roles.includes('lead')) return true;
  const [meets] = await tx
    .select({ id: appointment.id })
    .from(appointment)
    .where(
      and(
        eq(appointment.clientId, clientId),
        eq(appointment.clinicianId, actor.id),
        ne(appointment.status, 'cancelled'),
      ),
    )
    .limit(1);
  return meets !== undefined;
}
