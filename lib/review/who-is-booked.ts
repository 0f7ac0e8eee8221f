// Whose appointments a change of hours would leave outside, as far as this member of staff may know; that they looked is on the record.
import { and, desc, inArray } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { appointment, submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { initialsOf, namesOf } from './names-of';
import { knownToStaff, type Staff } from './submission-by-reference';

/** `reference` is that of the submission; both are null for somebody who has not sent their forms. */
export interface WhoIsBooked {
  initials: string | null;
  reference: string | null;
}

/** By appointment id. `about` = whose hours, or `clinic`. */
export const whoIsBooked = (
  actor: Staff,
  about: string,
  appointmentIds: readonly string[],
): Promise<Map<string, WhoIsBooked>> =>
  as(actor, async (tx) => {
    if (appointmentIds.length === 0) return new Map();
    const rows = await tx
      .select({ id: appointment.id, clientId: appointment.clientId })
      .from(appointment)
      .where(inArray(appointment.id, [...appointmentIds]));
    const files = await newestKnown(
      tx,
      actor,
      rows.map(({ clientId }) => clientId),
    );
    const names = await namesOf(
      tx,
      files.map(({ id }) => id),
    );
    await record(tx, {
      event: 'hours.previewed',
      subject: about,
      detail: { appointments: rows.map(({ id }) => id).sort() },
    });
    return new Map(
      rows.map(({ id, clientId }) => {
        const file = files.find((one) => one.clientId === clientId);
        return [
          id,
          { initials: file ? initialsOf(names.get(file.id)) : null, reference: file?.reference ?? null },
        ];
      }),
    );
  });

const newestKnown = (tx: Tx, actor: Staff, clientIds: string[]) =>
  tx
    .selectDistinctOn([submission.clientId], {
      id: submission.id,
      clientId: submission.clientId,
      reference: submission.reference,
    })
    .from(submission)
    .where(and(inArray(submission.clientId, clientIds), knownToStaff(tx, actor)))
    .orderBy(submission.clientId, desc(submission.createdAt), desc(submission.id));
