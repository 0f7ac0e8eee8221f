// What of the queue a member of staff wants to see: which statuses, whose, and only those whose danger signs wait.
import { and, eq, exists, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment, clinician, flag, submission } from '@/db/schema';
import { referenceOf } from '@/lib/scheduling/clinicians';
import { OPEN, type Status } from './status';
import {
  isBooked,
  isClinical,
  knownToStaff,
  pressesBeforeSending,
  type Staff,
} from './submission-by-reference';

/** `booked-unsent`: whoever has an appointment and has not sent their forms. */
export const QUEUE_CHOICES = [
  'open',
  'submitted',
  'in-review',
  'information-wanted',
  'accepted',
  'assigned',
  'declined',
  'closed',
  'booked-unsent',
] as const satisfies readonly (Status | 'open' | 'booked-unsent')[];

export type QueueChoice = (typeof QUEUE_CHOICES)[number];

/** Raw, as in the address: what makes no sense is ignored. `assignee` is `me`, `nobody` or a clinician's reference. */
export type QueueFilter = { status?: string; mine?: boolean; flagged?: boolean; assignee?: string };

/** The same, read. `assignee`: an id, `nobody`, or everybody's (null). */
export type QueueNarrowed = {
  status: QueueChoice;
  mine: boolean;
  flagged: boolean;
  assignee: { id: string } | 'nobody' | null;
};

/** Front desk has no flags to narrow by. */
export async function readFilter(tx: Tx, actor: Staff, asked: QueueFilter): Promise<QueueNarrowed> {
  return {
    status: QUEUE_CHOICES.find((each) => each === asked.status) ?? 'open',
    mine: asked.mine === true,
    flagged: asked.flagged === true && isClinical(actor),
    assignee: await assigneeNamed(tx, actor, asked.assignee),
  };
}

async function assigneeNamed(tx: Tx, actor: Staff, asked: string | undefined) {
  if (asked === 'nobody') return 'nobody' as const;
  if (asked === 'me') return { id: actor.id };
  if (!asked) return null;
  const all = await tx.select({ id: clinician.id }).from(clinician);
  return all.find(({ id }) => referenceOf(id) === asked) ?? null;
}

/** Sent and open. Said as the partial index says it, so that Postgres knows that it may use it. */
const isOpen = sql`${submission.status} in (${sql.raw(OPEN.map((status) => `'${status}'`).join(', '))})`;

/**
 * What has been sent, and what has not been but is shown among it, apart from each other: each is found in its own way.
 * An unsent one that waits for somebody stands with the open ones, and one that is only booked does not.
 */
export function whichOfQueue(tx: Tx, actor: Staff, { status, ...narrowed }: QueueNarrowed) {
  const whose = and(...whoseOf(tx, actor, narrowed));
  const unsent = (which: SQL | undefined) =>
    and(eq(submission.status, 'draft'), knownToStaff(tx, actor), which, whose);
  if (status === 'booked-unsent') return { unsent: unsent(isBooked(tx)) };
  if (status === 'open') return { sent: and(isOpen, whose), unsent: unsent(pressesBeforeSending(tx, actor)) };
  return { sent: and(eq(submission.status, status), whose) };
}

function whoseOf(tx: Tx, actor: Staff, { mine, flagged, assignee }: Omit<QueueNarrowed, 'status'>) {
  return [
    mine ? isMine(tx, actor) : undefined,
    flagged ? hasUnseenFlag(tx) : undefined,
    assignee === 'nobody' ? isNull(submission.assigneeId) : undefined,
    assignee !== null && assignee !== 'nobody' ? eq(submission.assigneeId, assignee.id) : undefined,
  ];
}

const one = { one: sql`1` };

/** Assigned to this member of staff, or booked with them. */
const isMine = (tx: Tx, actor: Staff) =>
  or(
    eq(submission.assigneeId, actor.id),
    exists(
      tx
        .select(one)
        .from(appointment)
        .where(
          and(
            eq(appointment.clientId, submission.clientId),
            eq(appointment.clinicianId, actor.id),
            ne(appointment.status, 'cancelled'),
          ),
        ),
    ),
  );

const hasUnseenFlag = (tx: Tx) =>
  exists(
    tx
      .select(one)
      .from(flag)
      .where(and(eq(flag.submissionId, submission.id), isNull(flag.seenAt))),
  );

/** Those a search found, in any status. */
export const amongClients = (tx: Tx, actor: Staff, clients: readonly string[]) =>
  and(knownToStaff(tx, actor), inArray(submission.clientId, [...clients]));
