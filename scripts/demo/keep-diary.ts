// What the demo's front desk did in the diary: who came and who didn't, and a clinician's day off.
import { type Actor, as } from '@/db/client';
import { closeDay } from '@/lib/calendar/close-day';
import { dayToClose } from '@/lib/calendar/day-to-close';
import { markAttendance } from '@/lib/calendar/mark-attendance';
import { clock } from '@/lib/env/clock';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { daysAfter } from '@/lib/scheduling/calendar-dates';
import { allClinicians } from '@/lib/scheduling/clinicians';
import { openSlots } from '@/lib/scheduling/open-slots';
import { localDateOf } from '@/lib/scheduling/time-in-words';

type Staff = Actor & { kind: 'staff' };

/** Says whether somebody came; whose session is still to come is left alone. */
export async function mark(desk: Staff, clientId: string, came: 'attended' | 'missed') {
  const booked = await as(desk, (tx) => appointmentOf(tx, clientId));
  if (!booked || booked.startsAt > clock.now()) return;
  const marked = await markAttendance(desk, { reference: booked.reference, mark: came });
  if (!marked.ok) throw new Error(`The demo could not mark a session: ${marked.reason}`);
}

/** Closes the first day after tomorrow on which some clinician has hours and nobody is booked with them. */
export async function closeAQuietDay(desk: Staff) {
  const slots = await as(desk, async (tx) => openSlots(tx, await allClinicians(tx)));
  for (const { clinician, startsAt } of slots) {
    const date = localDateOf(startsAt, clinician.hours.zone);
    if (date <= daysAfter(localDateOf(clock.now(), clinician.hours.zone), 1)) continue;
    const day = await dayToClose(desk, { with: clinician.reference, on: date });
    if (!day || day.rows.length > 0) continue;
    const closed = await closeDay(desk, { clinician: clinician.reference, date, changes: [], why: '' });
    if (!closed.ok) throw new Error(`The demo could not close a day: ${closed.reason}`);
    return;
  }
}
