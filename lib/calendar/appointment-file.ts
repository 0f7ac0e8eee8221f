// One appointment as staff see it: who, when and with whom, how they may be reached, what happened to it. Having looked is one line in the record.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { staffMember } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { appointmentHistory } from '@/lib/review/history-of';
import { personToReach } from '@/lib/review/person-to-reach';
import { type Staff, submissionByReference } from '@/lib/review/submission-by-reference';
import { type Appointment, appointmentByReference } from './appointment-by-reference';
import { clientLabels } from './client-labels';
import { MARKS, type Mark } from './mark-attendance';
import { whyNotToSchedule } from './why-not-to-schedule';

export type AppointmentFile = NonNullable<Awaited<ReturnType<typeof readAppointment>>>;

/** Null for one that doesn't exist. */
export async function readAppointment(actor: Staff, reference: string) {
  return as(actor, async (tx) => {
    const found = await appointmentByReference(tx, reference);
    if (!found) return null;
    const { id, clientId } = found;
    const { zone: clinicZone, address } = await clinicOf(tx);
    const forms = (await clientLabels(tx, [clientId])).get(clientId)?.reference ?? '';
    const whyNot = await whyNotToSchedule(tx, actor, found);
    const file = {
      ...shown(found),
      /** Why who looks changes nothing here; null when they may. */
      whyNot,
      clinicZone,
      address,
      clinician: await nameOf(tx, found.clinicianId),
      person: await personToReach(tx, actor, clientId),
      /** Of the client's forms, where this member of staff may open them. */
      forms: (await submissionByReference(tx, actor, forms))?.reference ?? null,
      history: await appointmentHistory(tx, found),
      ...open(whyNot === null, found, clock.now()),
    };
    await record(tx, { event: 'appointment.read', subject: clientId, detail: { appointment: id } });
    return file;
  });
}

const shown = ({ reference, status, sequence, startsAt, endsAt, zone, format }: Appointment) => ({
  ...{ reference, status, sequence, startsAt, endsAt, zone, format },
});

/** What may be done with it now, by whoever may do it. */
function open(may: boolean, { status, startsAt }: Appointment, now: Date) {
  const begun = startsAt <= now;
  const marks: Mark[] = MARKS.filter((mark) => mark !== status);
  return {
    begun,
    mayChange: may && status === 'booked' && !begun,
    marks: may && begun && status !== 'cancelled' ? marks : [],
  };
}

async function nameOf(tx: Tx, staffId: string): Promise<string> {
  const [row] = await tx
    .select({ name: staffMember.name, credential: staffMember.credential })
    .from(staffMember)
    .where(eq(staffMember.id, staffId));
  return row ? [row.name, row.credential].filter(Boolean).join(', ') : '';
}
