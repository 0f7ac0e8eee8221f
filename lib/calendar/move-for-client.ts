// Staff move an appointment, however near it is: the old time stays the client's until the new one is.
import type { Tx } from '@/db/client';
import { clock } from '@/lib/env/clock';
import type { Staff } from '@/lib/review/submission-by-reference';
import { checkStaffBooking } from '@/lib/scheduling/check-staff-booking';
import type { MayNotBook } from '@/lib/scheduling/may-book';
import { Taken } from '@/lib/scheduling/secure-time';
import { takeNewTime } from '@/lib/scheduling/take-new-time';
import { unlessTaken } from '@/lib/scheduling/unless-taken';
import { type Appointment, holdAppointment } from './appointment-by-reference';
import { maySchedule } from './may-schedule';
import { type NotToSchedule, whyNotToSchedule } from './why-not-to-schedule';

export type NewTime = {
  /** The clinician's reference. */
  clinician: string;
  startsAt: Date;
};

export type MoveRefusal = MayNotBook | NotToSchedule | 'unknown' | 'changed' | 'begun' | 'slot-taken';

type Moved = { ok: true } | { ok: false; reason: MoveRefusal };

/**
 * `sequence`: as it stood on the page. The same form sent twice moves once. Refused: `changed` (moved or cancelled
 * meanwhile), `begun`, `slot-taken`, `not-on-the-case` and `only-opened` (`whyNotToSchedule`), and what `checkStaffBooking` says.
 */
export async function moveForClient(
  actor: Staff,
  { reference, sequence, to }: { reference: string; sequence: number; to: NewTime },
): Promise<Moved> {
  if (!maySchedule(actor)) return { ok: false, reason: 'not-allowed' };
  return unlessTaken(actor, async (tx): Promise<Moved> => {
    const found = await holdAppointment(tx, reference);
    return found ? moveHeld(tx, actor, found, { sequence, to }) : { ok: false, reason: 'unknown' };
  });
}

async function moveHeld(
  tx: Tx,
  actor: Staff,
  found: Appointment,
  { sequence, to }: { sequence: number; to: NewTime },
): Promise<Moved> {
  const now = clock.now();
  const { clientId, zone } = found;
  if (found.status !== 'booked') return { ok: false, reason: 'changed' };
  const checked = await checkStaffBooking(tx, { ...to, clientId, now, moving: true });
  if (checked.ok && isThere(found, checked.clinician.id, to.startsAt)) return { ok: true };
  const notTheirs = await whyNotToSchedule(tx, actor, { clientId });
  if (notTheirs) return { ok: false, reason: notTheirs };
  if (found.sequence !== sequence) return { ok: false, reason: 'changed' };
  if (found.startsAt <= now) return { ok: false, reason: 'begun' };
  if (!checked.ok) return checked;
  const themselves = await whyNotToSchedule(tx, actor, { clientId, withId: checked.clinician.id });
  if (themselves) return { ok: false, reason: themselves };
  const movedFrom = found.startsAt;
  if (!(await takeNewTime(tx, found, { ...checked, startsAt: to.startsAt, zone, now, movedFrom })))
    throw new Taken();
  return { ok: true };
}

export const isThere = (found: Appointment, clinicianId: string, startsAt: Date): boolean =>
  found.clinicianId === clinicianId && found.startsAt.getTime() === startsAt.getTime();
