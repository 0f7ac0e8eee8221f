// What the queue shows of each submission, for as many as fit a page.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment, flag, staffMember, submission, task } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { bringKeys } from '@/lib/vault/keys';
import type { FlagLevel } from './flags-of';
import { initialsOf, namesOf } from './names-of';
import type { Status } from './status';
import { isClinical, type Staff } from './submission-by-reference';
import { type Done, whatIsDone } from './what-is-done';

/** The flags of one level: not closed yet, not acknowledged yet, and by when the first of those must be. */
export type LevelOfFlags = {
  level: FlagLevel;
  open: number;
  waiting: number;
  dueAt: Date | null;
  late: boolean;
};

export type QueueRow = {
  reference: string;
  status: Status;
  /** Null until they have given a name. */
  initials: string | null;
  /** The whole of it, for whoever asked to see it. */
  name: string | null;
  /** Null for whoever may not see flags. */
  flags: LevelOfFlags[] | null;
  done: Done;
  appointment: { startsAt: Date; with: string } | null;
  /** By when staff get in touch about a time, which no page could offer. */
  timeDue: Date | null;
  assignee: string | null;
  /** Something was put right after sending, or given when asked for, and nobody has read it yet. */
  news: 'information' | 'correction' | null;
  /** Sent, or begun when it isn't sent. */
  since: Date;
};

/** A row for each of `page`, in its order. All of it is asked for at once: nothing waits for the answer to another. */
export async function queueRows(
  tx: Tx,
  actor: Staff,
  page: readonly { id: string; clientId: string }[],
): Promise<QueueRow[]> {
  if (page.length === 0) return [];
  const ids = page.map(({ id }) => id);
  const clients = page.map(({ clientId }) => clientId);
  const [submissions, , names, flags, done, meetings, waiting] = await Promise.all([
    tx
      .select({ submission, assignee: staffMember.name })
      .from(submission)
      .leftJoin(staffMember, eq(staffMember.id, submission.assigneeId))
      .where(oneOf(submission.id, ids)),
    // Before the names, which are opened with them.
    bringKeys(tx, clients),
    namesOf(tx, ids),
    isClinical(actor) ? signsOf(tx, ids) : null,
    whatIsDone(tx, page),
    nextMeetings(tx, clients),
    waitingTasks(tx, clients),
  ]);
  const waitsFor = (clientId: string, kind: string) =>
    waiting.find((each) => each.clientId === clientId && each.kind === kind);
  return ids.flatMap((id) => {
    const one = submissions.find((each) => each.submission.id === id);
    if (!one) return [];
    const { reference, status, clientId, submittedAt, createdAt } = one.submission;
    const name = names.get(id);
    return {
      ...{ reference, status, assignee: one.assignee },
      ...{ initials: name === undefined ? null : initialsOf(name), name: name ?? null },
      flags: flags && levelsOf(flags.filter(({ submissionId }) => submissionId === id)),
      done: done.get(id) ?? { sections: 0, documents: 0 },
      timeDue: waitsFor(clientId, 'time-wanted')?.dueAt ?? null,
      news: NEWS.find((kind) => waitsFor(clientId, kind)) ?? null,
      appointment: meetings.find((each) => each.clientId === clientId) ?? null,
      since: submittedAt ?? createdAt,
    };
  });
}

/** No more of each flag than how it stands: nothing is unsealed for a count. */
const signsOf = (tx: Tx, ids: string[]) =>
  tx
    .select({
      ...{ submissionId: flag.submissionId, level: flag.level, dueAt: flag.dueAt },
      ...{ seenAt: flag.seenAt, closedAt: flag.closedAt },
    })
    .from(flag)
    .where(oneOf(flag.submissionId, ids));

/** One entry a level that has flags, the most severe first. */
function levelsOf(flags: Awaited<ReturnType<typeof signsOf>>): LevelOfFlags[] {
  const levels = ['red-urgent', 'red', 'amber'] as const;
  return levels.flatMap((level) => {
    const ofIt = flags.filter((each) => each.level === level);
    const open = ofIt.filter(({ closedAt }) => !closedAt).length;
    const waiting = ofIt.filter(({ seenAt }) => !seenAt);
    const [dueAt = null] = waiting
      .flatMap((each) => each.dueAt ?? [])
      .sort((a, b) => a.getTime() - b.getTime());
    const late = dueAt !== null && dueAt < clock.now();
    return ofIt.length > 0 ? [{ level, open, waiting: waiting.length, dueAt, late }] : [];
  });
}

/** What was asked for comes before what they changed by themselves. */
const NEWS = ['information', 'correction'] as const;

/** What of these clients waits for staff: to be given a time, or to be read. */
const waitingTasks = (tx: Tx, clients: string[]) =>
  tx
    .select({ clientId: task.clientId, kind: task.kind, dueAt: task.dueAt })
    .from(task)
    .where(
      and(oneOf(task.clientId, clients), oneOf(task.kind, ['time-wanted', ...NEWS]), isNull(task.doneAt)),
    );

/** The next appointment of each of these clients. */
async function nextMeetings(tx: Tx, clients: string[]) {
  return tx
    .selectDistinctOn([appointment.clientId], {
      clientId: appointment.clientId,
      startsAt: appointment.startsAt,
      with: staffMember.name,
    })
    .from(appointment)
    .innerJoin(staffMember, eq(staffMember.id, appointment.clinicianId))
    .where(
      and(
        oneOf(appointment.clientId, clients),
        eq(appointment.status, 'booked'),
        sql`${appointment.endsAt} > ${clock.now().toISOString()}::timestamptz`,
      ),
    )
    .orderBy(appointment.clientId, asc(appointment.startsAt), desc(appointment.id));
}
