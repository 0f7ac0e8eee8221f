// Whose case somebody is, and when they meet for the first time.
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment, submission } from '@/db/schema';

/** A day before the first session somebody should have looked at what is due by then. Milliseconds. */
export const BEFORE_SESSION = 24 * 60 * 60_000;

/** The instant of the first session that was not cancelled, of the client of a flag `f`. */
export const firstSessionOfFlag = sql`(select min(a.starts_at) from appointment a
  where a.client_id = f.client_id and a.status <> 'cancelled')`;

/** `clinicians`: the ids of who is assigned and who is booked, each once. */
export async function caseOf(
  tx: Tx,
  clientId: string,
): Promise<{ clinicians: string[]; firstSession: Date | null }> {
  const meetings = await tx
    .select({ clinicianId: appointment.clinicianId, startsAt: appointment.startsAt })
    .from(appointment)
    .where(and(eq(appointment.clientId, clientId), ne(appointment.status, 'cancelled')))
    .orderBy(asc(appointment.startsAt));
  const assigned = await tx
    .select({ assigneeId: submission.assigneeId })
    .from(submission)
    .where(eq(submission.clientId, clientId));
  const ids = [
    ...assigned.flatMap(({ assigneeId }) => assigneeId ?? []),
    ...meetings.map(({ clinicianId }) => clinicianId),
  ];
  return { clinicians: [...new Set(ids)], firstSession: meetings[0]?.startsAt ?? null };
}
