// What stays behind when somebody goes, or stops being a clinician: clients assigned to them, appointments, time on call, danger signs in their hands.
import { createHash } from 'node:crypto';
import { and, asc, eq, gt, gte, isNotNull, not, or, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Role, Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment, onCallShift, submission } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';

export type Leaves = {
  /** References of submissions that are neither closed nor declined. */
  cases: string[];
  /** Appointments to come, the soonest first. */
  appointments: { reference: string; startsAt: Date }[];
  shifts: { id: string; weekday: number | null; onDate: string | null; from: string; until: string }[];
  /** Danger signs they hold and nobody has closed: how many, for not everybody may see which. */
  flags: number;
};

export const leavesNothing = ({ cases, appointments, shifts, flags }: Leaves): boolean =>
  cases.length + appointments.length + shifts.length + flags === 0;

/** Stands for what a page showed: whoever confirms it has seen just that. */
export const stampOfLeaves = (leaves: Leaves): string =>
  createHash('sha256').update(JSON.stringify(leaves)).digest('hex').slice(0, 16);

const isClinical = (roles: readonly Role[]) => roles.includes('clinician') || roles.includes('lead');

/** What of it stays behind when their roles change: clients are a clinician's, time on call and danger signs a lead's too. */
export function leavesWith(leaves: Leaves, before: readonly Role[], after: readonly Role[]): Leaves {
  const stops = before.includes('clinician') && !after.includes('clinician');
  const leavesCall = isClinical(before) && !isClinical(after);
  return {
    cases: stops ? leaves.cases : [],
    appointments: stops ? leaves.appointments : [],
    shifts: leavesCall ? leaves.shifts : [],
    flags: leavesCall ? leaves.flags : 0,
  };
}

export async function whatTheyLeave(tx: Tx, staffId: string): Promise<Leaves> {
  const now = clock.now();
  const cases = await tx
    .select({ reference: submission.reference })
    .from(submission)
    .where(
      and(eq(submission.assigneeId, staffId), not(oneOf(submission.status, ['draft', 'declined', 'closed']))),
    )
    .orderBy(asc(submission.reference));
  const appointments = await tx
    .select({ reference: appointment.reference, startsAt: appointment.startsAt })
    .from(appointment)
    .where(
      and(
        eq(appointment.clinicianId, staffId),
        eq(appointment.status, 'booked'),
        gt(appointment.startsAt, now),
      ),
    )
    .orderBy(asc(appointment.startsAt), asc(appointment.id));
  const [held] = [
    ...(await tx.execute<{ flags: number }>(sql`select foyer.flags_held_by(${staffId}) as flags`)),
  ];
  return {
    cases: cases.map(({ reference }) => reference),
    appointments,
    shifts: await shiftsOf(tx, staffId, now),
    flags: held?.flags ?? 0,
  };
}

async function shiftsOf(tx: Tx, staffId: string, now: Date): Promise<Leaves['shifts']> {
  const { zone } = await clinicOf(tx);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
  const { id, weekday, onDate, startsLocal, endsLocal } = onCallShift;
  const rows = await tx
    .select({ id, weekday, onDate, startsLocal, endsLocal })
    .from(onCallShift)
    .where(and(eq(onCallShift.staffId, staffId), or(isNotNull(weekday), gte(onDate, today))))
    .orderBy(asc(weekday), asc(onDate), asc(startsLocal));
  return rows.map((row) => ({
    ...{ id: row.id, weekday: row.weekday, onDate: row.onDate },
    ...{ from: row.startsLocal.slice(0, 5), until: row.endsLocal.slice(0, 5) },
  }));
}
