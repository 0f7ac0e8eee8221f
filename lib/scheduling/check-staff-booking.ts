// Whether staff may give a client this time: the client's own rules, but for what is the practice's to waive.
import type { Tx } from '@/db/client';
import { behind } from '@/db/orderly';
import { clinicOf } from '@/lib/clinic/clinic';
import { bookingFactsForStaff } from './booking-facts';
import type { AskedTime, Checked } from './check-booking';
import { allClinicians, type Clinician } from './clinicians';
import { holdHours } from './hold-hours';
import { mayBook } from './may-book';
import { keepsSession } from './secure-time';

/**
 * Waived for staff: the clinician's minimum notice, which guards their diary and is theirs to give up; "takes new
 * clients", which closes the page and not the practice; and on moving the agreements and short forms, which held when
 * it was booked: what has changed since is asked for at the client's home. Never waived: where the clinician is licensed,
 * how and with whom the client comes, the language, the hours kept, the daily maximum.
 */
export async function checkStaffBooking(
  tx: Tx,
  asked: Omit<AskedTime, 'zone'> & { clientId: string; now: Date; moving?: boolean },
): Promise<Checked> {
  const { startsAt, now } = asked;
  const [read, { holidays }, clinicians] = await behind(holdHours(tx), () =>
    Promise.all([bookingFactsForStaff(tx, asked.clientId), clinicOf(tx), allClinicians(tx)]),
  );
  const held = { ...read, agreementsMissing: [], formsMissing: [], hasAppointment: false };
  const facts = asked.moving ? held : read;
  const clinician = clinicians.map(forStaff).find(({ reference }) => reference === asked.clinician);
  if (!clinician || Number.isNaN(startsAt.getTime())) return { ok: false, reason: 'not-offered' };
  const offered = keepsSession(clinician, holidays, startsAt, now);
  const allowed = mayBook({ facts, clinician, startsAt, earliestAt: now, offered });
  if (!allowed.ok) return allowed;
  if (facts.format === null) return { ok: false, reason: 'format' };
  return { ok: true, clinician, holidays, format: facts.format, facts };
}

/** A clinician as staff may book them: without their notice, and open to whoever they still see. */
export const forStaff = (clinician: Clinician): Clinician => ({
  ...clinician,
  active: clinician.works,
  hours: { ...clinician.hours, noticeHours: 0 },
});
