// Once an appointment has begun, staff say whether the client came; a mistake can be put right, and both stand in the record.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { appointment } from '@/db/schema';
import type { AuditEventName } from '@/lib/audit/events';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import type { Staff } from '@/lib/review/submission-by-reference';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { holdAppointment } from './appointment-by-reference';
import { maySchedule } from './may-schedule';
import { type NotToSchedule, whyNotToSchedule } from './why-not-to-schedule';

/** `booked` takes a mark back. */
export const MARKS = ['attended', 'missed', 'booked'] as const;
export type Mark = (typeof MARKS)[number];

const EVENTS: Record<Mark, AuditEventName> = {
  attended: 'appointment.attended',
  missed: 'appointment.missed',
  booked: 'appointment.unmarked',
};

export type MarkRefusal = NotToSchedule | 'unknown' | 'changed' | 'not-yet' | 'has-appointment';

/**
 * Marked the same twice is marked once. Nobody is told. Refused: `changed` (cancelled meanwhile), `not-yet` (it has not
 * begun), `has-appointment` (a mark can't be taken back once the client has booked another time),
 * `not-on-the-case` and `only-opened` (`whyNotToSchedule`).
 */
export async function markAttendance(
  actor: Staff,
  { reference, mark }: { reference: string; mark: Mark },
): Promise<{ ok: true } | { ok: false; reason: MarkRefusal }> {
  if (!maySchedule(actor)) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    const found = await holdAppointment(tx, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    const { id, clientId, status, startsAt } = found;
    const notTheirs = await whyNotToSchedule(tx, actor, found);
    if (notTheirs) return { ok: false, reason: notTheirs };
    if (status === mark) return { ok: true };
    if (status === 'cancelled') return { ok: false, reason: 'changed' };
    if (startsAt > clock.now()) return { ok: false, reason: 'not-yet' };
    if (mark === 'booked' && (await appointmentOf(tx, clientId)))
      return { ok: false, reason: 'has-appointment' };
    await tx.update(appointment).set({ status: mark }).where(eq(appointment.id, id));
    const detail = { appointment: id, was: status };
    await record(tx, { event: EVENTS[mark], subject: clientId, detail });
    return { ok: true };
  });
}
