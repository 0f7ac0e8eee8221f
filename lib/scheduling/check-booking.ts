// Whether a client may have this time, reckoned from what is stored; what a page said of it counts for nothing.
import type { Tx } from '@/db/client';
import { behind } from '@/db/orderly';
import { clinicOf } from '@/lib/clinic/clinic';
import { bookingFacts, type ClientFacts } from './booking-facts';
import { allClinicians, type Clinician } from './clinicians';
import { holdHours } from './hold-hours';
import type { Format, MayNotBook } from './may-book';
import { mayBook } from './may-book';
import { keepsSession } from './secure-time';
import { isZone } from './zone-offsets';

/** A time somebody asks for. */
export interface AskedTime {
  /** The clinician's reference. */
  clinician: string;
  startsAt: Date;
  /** The IANA zone the client chose in. */
  zone: string;
}

/** What a booking that may be is made with. */
export type Allowed = { clinician: Clinician; holidays: string[]; format: Format; facts: ClientFacts };

export type Checked = ({ ok: true } & Allowed) | { ok: false; reason: MayNotBook };

/**
 * Whether somebody else has the time isn't asked here: `secureTime` finds that out by taking it. Hours stay as they were
 * read until the transaction ends.
 */
export async function checkBooking(
  tx: Tx,
  asked: AskedTime & { clientId: string; now: Date; moving?: boolean },
): Promise<Checked> {
  const { startsAt, now } = asked;
  const [read, { holidays }, clinicians] = await behind(holdHours(tx), () =>
    Promise.all([bookingFacts(tx, asked.clientId), clinicOf(tx), allClinicians(tx)]),
  );
  const facts = { ...read, hasAppointment: read.hasAppointment && !asked.moving };
  const clinician = clinicians.find(({ reference }) => reference === asked.clinician);
  if (!clinician || !isZone(asked.zone) || Number.isNaN(startsAt.getTime()))
    return { ok: false, reason: 'not-offered' };
  const allowed = mayBook({
    facts,
    clinician,
    startsAt,
    earliestAt: new Date(now.getTime() + clinician.hours.noticeHours * 3_600_000),
    offered: keepsSession(clinician, holidays, startsAt, now),
  });
  if (!allowed.ok) return allowed;
  if (facts.format === null) return { ok: false, reason: 'format' };
  return { ok: true, clinician, holidays, format: facts.format, facts };
}
