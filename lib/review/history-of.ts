// What happened to a client's file and who did it, from the record; apart from it, who has read it.
import { and, desc, eq, like, ne, not, notLike, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { auditEvent, staffMember } from '@/db/schema';
import type { AuditEventName } from '@/lib/audit/events';
import { isId } from '@/lib/env/ids';
import { isClinical, type Staff } from './submission-by-reference';
import { type Visit, visitsOf } from './visits';

export type Happened = {
  id: string;
  at: Date;
  event: AuditEventName;
  /** A member of staff by name, the client, or the portal itself. */
  by: { kind: 'staff'; name: string } | { kind: 'client' | 'portal' };
  /** The number of the section that was confirmed. */
  section?: string;
  /** Whom a recovery came through that the client has finished. */
  recovery?: { startedBy: string; agreedBy: string };
};

const MOST = 60;
/** Looks fold into few lines. */
const MOST_LOOKS = 300;
/** A client's own comings and goings are in the record, but are no part of this history. */
const READ: AuditEventName[] = [
  'submission.read',
  'submission.printed',
  'submission.listed',
  'submission.searched',
  'recovery.read',
  'estimate.read',
  'document.read',
  'appointment.read',
];
const OWN: AuditEventName[] = [
  'session.begun',
  'session.ended',
  'second-key.given',
  'second-key.failed',
  'answer.saved',
  'account.made',
];

const FOR_CLINICIANS = ['flag.%', 'reflection.%', 'note.%'];

/** The newest first: at most sixty of what was done, and the visits of the last three hundred looks. */
export async function historyOf(
  tx: Tx,
  actor: Staff,
  clientId: string,
): Promise<{ done: Happened[]; read: Visit<Happened['by']>[] }> {
  // Whether somebody keeps notes for themselves is no part of a file.
  const seen = and(
    notLike(auditEvent.event, 'process-note.%'),
    ...(isClinical(actor) ? [] : FOR_CLINICIANS.map((kind) => notLike(auditEvent.event, kind))),
  );
  const newest = (which: SQL, most: number) =>
    tx
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.subject, clientId), which, seen))
      .orderBy(desc(auditEvent.seq))
      .limit(most);
  const all = await newest(not(oneOf(auditEvent.event, [...READ, ...OWN])), MOST);
  const done = all.filter((row) => !isSaidByRecovery(row, all));
  const read = await newest(oneOf(auditEvent.event, READ), MOST_LOOKS);
  const names = await staffNames(
    tx,
    [...done, ...read].flatMap((row) => [row.actorId, ...Object.values(recoveryIn(row) ?? {})]),
  );
  const told = (row: Row): Happened => ({
    id: row.id,
    at: row.at,
    event: row.event as AuditEventName,
    by: whoDid(row, names),
    ...recoveryNamed(row, names),
    ...sectionIn(row),
  });
  const look = (row: Row) => ({ ...told(row), who: `${row.actorId} ${row.sessionId}` });
  return { done: done.map(told), read: visitsOf(read.map(look)) };
}

type Row = typeof auditEvent.$inferSelect;

/** What happened to one appointment, the newest first; `startsAt`: the time it was booked for or moved to. */
export async function appointmentHistory(
  tx: Tx,
  { id, clientId }: { id: string; clientId: string },
): Promise<(Happened & { startsAt: Date | null })[]> {
  const rows = await tx
    .select()
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.subject, clientId),
        like(auditEvent.event, 'appointment.%'),
        ne(auditEvent.event, 'appointment.read'),
        // Its own JSON text, of ids and closed words: an id can stand in it once.
        like(auditEvent.detail, `%"appointment":"${id}"%`),
      ),
    )
    .orderBy(desc(auditEvent.seq))
    .limit(MOST);
  const names = await staffNames(
    tx,
    rows.map(({ actorId }) => actorId),
  );
  return rows.map((row) => {
    const { startsAt } = JSON.parse(row.detail) as { startsAt?: string };
    return {
      ...{ id: row.id, at: row.at, event: row.event as AuditEventName, by: whoDid(row, names) },
      startsAt: startsAt ? new Date(startsAt) : null,
    };
  });
}

/** A change of address that ends a recovery: the recovery's own line says it, and through whom it came. */
const isSaidByRecovery = ({ event, detail }: Row, others: readonly Row[]): boolean =>
  event === 'address.changed' &&
  others.some(
    (other) =>
      other.event === 'recovery.finished' && JSON.parse(other.detail).change === JSON.parse(detail).change,
  );

/** The ids of who started and who agreed, where that is what happened. */
function recoveryIn({ event, detail }: Row): { startedBy: string; agreedBy: string } | null {
  if (event !== 'recovery.finished') return null;
  const { startedBy, agreedBy } = JSON.parse(detail) as { startedBy: string; agreedBy: string };
  return { startedBy, agreedBy };
}

function recoveryNamed(row: Row, names: Map<string, string>): Pick<Happened, 'recovery'> {
  const ids = recoveryIn(row);
  if (!ids) return {};
  return { recovery: { startedBy: names.get(ids.startedBy) ?? '', agreedBy: names.get(ids.agreedBy) ?? '' } };
}

function sectionIn({ event, detail }: Row): Pick<Happened, 'section'> {
  if (event !== 'section.confirmed') return {};
  const { section, version } = JSON.parse(detail) as { section: string; version?: string };
  // Before the version was noted, "Hopes and support" was section 6.
  return { section: section === '6' && version === undefined ? '12' : section };
}

function whoDid(row: Row, names: Map<string, string>): Happened['by'] {
  // Whoever gave five wrong birthdays acts for the account, and is most likely not its owner.
  if (row.event === 'recovery.failed') return { kind: 'portal' };
  if (row.actorKind === 'client') return { kind: 'client' };
  if (row.actorKind !== 'staff') return { kind: 'portal' };
  return { kind: 'staff', name: names.get(row.actorId) ?? '' };
}

async function staffNames(tx: Tx, actorIds: string[]): Promise<Map<string, string>> {
  const ids = [...new Set(actorIds)].filter(isId);
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: staffMember.id, name: staffMember.name })
    .from(staffMember)
    .where(oneOf(staffMember.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
