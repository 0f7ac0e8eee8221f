// Whose appointments a change of hours would leave outside, as far as this member of staff may know; that they looked is on the record.
import { and, desc } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment, submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import type { Stranded } from '@/lib/scheduling/hours-effect';
import { initialsOf, namesOf } from './names-of';
import { knownToStaff, type Staff } from './submission-by-reference';

/** `initials` and `reference` of the submission are null where staff know of none. */
export type StrandedRow = Stranded & {
  initials: string | null;
  reference: string | null;
  /** The clinician's zone, and their name where a page tells of several. */
  zone: string;
  with?: string;
};

type Group = { stranded: Stranded[] } & Pick<StrandedRow, 'zone' | 'with'>;

/** `about` = whose hours, or `clinic`. In the order of the groups. */
export const whoIsBooked = (actor: Staff, about: string, groups: readonly Group[]): Promise<StrandedRow[]> =>
  as(actor, async (tx) => {
    const ids = groups.flatMap(({ stranded }) => stranded.map(({ id }) => id));
    if (ids.length === 0) return [];
    const clients = await tx
      .select({ id: appointment.id, clientId: appointment.clientId })
      .from(appointment)
      .where(oneOf(appointment.id, ids));
    const files = await newestKnown(
      tx,
      actor,
      clients.map(({ clientId }) => clientId),
    );
    const names = await namesOf(
      tx,
      files.map(({ id }) => id),
    );
    await record(tx, { event: 'hours.previewed', subject: about, detail: { appointments: ids.sort() } });
    return groups.flatMap(({ stranded, ...rest }) =>
      stranded.map((one) => {
        const whose = clients.find(({ id }) => id === one.id)?.clientId;
        const file = files.find(({ clientId }) => clientId === whose);
        const initials = file ? initialsOf(names.get(file.id)) : null;
        return { ...one, ...rest, initials, reference: file?.reference ?? null };
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
    .where(and(oneOf(submission.clientId, clientIds), knownToStaff(tx, actor)))
    .orderBy(submission.clientId, desc(submission.createdAt), desc(submission.id));
