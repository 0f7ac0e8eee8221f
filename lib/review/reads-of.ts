// Who has read a client's file, for a client who asks: each time it was opened, printed or taken out, and on which days lists showed them.
import { and, desc, eq, or, sql } from 'drizzle-orm';
import { as, type Role, type Tx } from '@/db/client';
import { auditEvent, staffMember, submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { initialsOf, namesOf } from './names-of';
import { marksOf, wasShown } from './record-asked';
import { keepsRecord } from './record-list';
import type { Staff } from './submission-by-reference';

export type Reader = { name: string; roles: Role[] };
export type Reads = {
  reference: string;
  initials: string;
  /** Each reading of the client's own file, the newest first. */
  opened: { id: string; at: Date; event: string; by: Reader }[];
  /** Lists that showed them among others: how often, by whom, on which day of the clinic's calendar. The newest first. */
  listed: { day: string; event: string; times: number; by: Reader }[];
  zone: string;
};

/** What a reading is called, whatever was read: the record may learn of more to read. */
const IS_READING = sql`(${auditEvent.event} ~ '\\.(read|listed|searched|printed|exported)$' or ${auditEvent.event} = 'glass.broken')`;
/** In the clinic's chain a list, and a search, is a reading of each whom it shows. */
const byStaff = eq(auditEvent.actorKind, 'staff');

/**
 * Null for a reference that is nobody's and for who doesn't keep the record. `as`: `page` or `file`, for the record: giving
 * the list out is in it. No network address is in it: a client learns who, not from where.
 */
export async function readReads(
  actor: Staff,
  reference: string,
  given: 'page' | 'file',
): Promise<Reads | null> {
  if (!keepsRecord(actor)) return null;
  return as(actor, async (tx) => {
    const [found] = await tx
      .select()
      .from(submission)
      .where(eq(submission.reference, reference.toUpperCase()));
    const marks = found && (await marksOf(tx, found.reference));
    if (!found || !marks) return null;
    const { zone } = await clinicOf(tx);
    const readers = await readersOf(tx);
    const opened = await tx
      .select({ id: auditEvent.id, at: auditEvent.at, event: auditEvent.event, actorId: auditEvent.actorId })
      .from(auditEvent)
      .where(and(eq(auditEvent.subject, marks.clientId), byStaff, IS_READING))
      .orderBy(desc(auditEvent.seq));
    const day = sql<string>`to_char(${auditEvent.at} at time zone ${zone}, 'YYYY-MM-DD')`.as('day');
    const listed = await tx
      .select({
        day,
        event: auditEvent.event,
        actorId: auditEvent.actorId,
        times: sql<number>`count(*)::int`,
      })
      .from(auditEvent)
      .where(
        and(wasShown(marks), byStaff, or(IS_READING, sql`${auditEvent.event} = 'document.signers-listed'`)),
      )
      .groupBy(sql`1`, auditEvent.event, auditEvent.actorId)
      .orderBy(sql`1 desc`, auditEvent.actorId, auditEvent.event);
    const name = (await namesOf(tx, [found.id])).get(found.id);
    await record(tx, {
      event: given === 'file' ? 'reads.exported' : 'reads.read',
      subject: marks.clientId,
      detail: { opened: opened.length, listed: listed.length },
    });
    const by = (id: string) => readers.get(id) ?? { name: '', roles: [] };
    return {
      ...{ reference: found.reference, initials: initialsOf(name), zone },
      opened: opened.map(({ actorId, ...line }) => ({ ...line, by: by(actorId) })),
      listed: listed.map(({ actorId, ...line }) => ({ ...line, by: by(actorId) })),
    };
  });
}

async function readersOf(tx: Tx): Promise<Map<string, Reader>> {
  const rows = await tx
    .select({ id: staffMember.id, name: staffMember.name, roles: staffMember.roles })
    .from(staffMember);
  return new Map(rows.map(({ id, name, roles }) => [id, { name, roles }]));
}
