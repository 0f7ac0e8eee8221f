// What clients asked about documents, what they withdrew, and what they changed or added after sending, until a member of staff has seen to it. Having looked is one line in the record.
import { and, asc, count, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { answer, documentQuestion, informationRequest, signature, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { questionPlace } from '@/lib/documents/question';
import { clock } from '@/lib/env/clock';
import { isId } from '@/lib/env/ids';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { openFor } from '@/lib/vault/keys';
import { whyNotToActOn } from './on-the-case';
import { type PersonToReach, personToReach } from './person-to-reach';
import { isClinical, type Staff } from './submission-by-reference';

export const FROM_CLIENTS = ['question', 'withdrawal', 'correction', 'information'] as const;
export type FromClientKind = (typeof FROM_CLIENTS)[number];

/** What is read where it stands, in the client's file. */
export const READ_ON_FILE: readonly FromClientKind[] = ['correction', 'information'];

/** What was put right or given on the forms is read for the case: by a clinician who acts on it, wherever they say so. */
export const isForThem = async (tx: Tx, actor: Staff, kind: FromClientKind, clientId: string) =>
  !READ_ON_FILE.includes(kind) ||
  !isClinical(actor) ||
  (await whyNotToActOn(tx, actor, { clientId })) === null;

export type FromClient = PersonToReach & {
  taskId: string;
  kind: FromClientKind;
  dueAt: Date;
  late: boolean;
  /** Null for who may not read what it is about: which document a question is about stays with the question. */
  about: { slug: string | null; at: Date; text: string | null } | null;
  /** What was asked has been deleted since: there is nothing to answer any more. */
  gone: boolean;
  meetsAt: Date | null;
  /** False for a correction that a clinician off the case sees here: who acts on the case reads it. */
  theirs: boolean;
};

export const FROM_CLIENTS_A_PAGE = 50;

/** `next`: where the next page begins; null on the last. `more`: how many wait there and after it. */
export type FromClientsPage = { items: FromClient[]; next: string | null; more: number; zone: string };

/** The soonest due first. `after` is raw, as in the address: what makes no sense is ignored. */
export async function readFromClients(actor: Staff, after?: string): Promise<FromClientsPage> {
  return as(actor, async (tx) => {
    const waiting = and(oneOf(task.kind, FROM_CLIENTS), isNull(task.doneAt), isAfter(after));
    const tasks = await tx
      .select()
      .from(task)
      .where(waiting)
      .orderBy(asc(task.dueAt), asc(task.id))
      .limit(FROM_CLIENTS_A_PAGE);
    const [all] = await tx.select({ count: count() }).from(task).where(waiting);
    const people = new Map<string, Awaited<ReturnType<typeof expected>>>();
    const items: FromClient[] = [];
    for (const { id, kind, clientId, aboutId, dueAt } of tasks) {
      if (!clientId || !aboutId) continue;
      const person = people.get(clientId) ?? (await expected(tx, actor, clientId));
      people.set(clientId, person);
      items.push({
        taskId: id,
        kind: kind as FromClientKind,
        dueAt,
        late: dueAt < clock.now(),
        ...(await WHAT[kind as FromClientKind](tx, aboutId)),
        ...person,
        theirs: await isForThem(tx, actor, kind as FromClientKind, clientId),
      });
    }
    const { zone } = await clinicOf(tx);
    const more = (all?.count ?? 0) - tasks.length;
    const last = more > 0 ? tasks.at(-1) : undefined;
    // Last: the clinic's chain is held from here on.
    await record(tx, {
      event: 'question.listed',
      subject: 'clinic',
      detail: {
        tasks: tasks.map(({ id }) => id),
        clients: [...people.keys()],
      },
    });
    return { items, next: last ? `${last.dueAt.getTime()}-${last.id}` : null, more, zone };
  });
}

const expected = async (tx: Tx, actor: Staff, clientId: string) => ({
  ...(await personToReach(tx, actor, clientId)),
  meetsAt: (await appointmentOf(tx, clientId))?.startsAt ?? null,
});

/** Later than the place in an address: by the last one seen, so that nobody is skipped while others are seen to. */
function isAfter(place: string | undefined) {
  const [, at, id = ''] = /^(\d{1,14})-(.{36})$/.exec(place ?? '') ?? [];
  if (!at || !isId(id)) return undefined;
  const dueAt = new Date(Number(at));
  return or(gt(task.dueAt, dueAt), and(eq(task.dueAt, dueAt), gt(task.id, id)));
}

/** Where the policies give this member of staff the answer, they may know that it was corrected; not what it says, here. */
async function answerCorrected(tx: Tx, id: string): Promise<What> {
  const [row] = await tx.select({ at: answer.answeredAt }).from(answer).where(eq(answer.id, id));
  return { about: row ? { slug: null, at: row.at, text: null } : null, gone: false };
}

async function informationGiven(tx: Tx, id: string): Promise<What> {
  const [row] = await tx
    .select({ at: informationRequest.endedAt })
    .from(informationRequest)
    .where(eq(informationRequest.id, id));
  return { about: row?.at ? { slug: null, at: row.at, text: null } : null, gone: false };
}

type What = Pick<FromClient, 'about' | 'gone'>;

/** `about` is null where the policies give this member of staff nothing. */
async function questionAsked(tx: Tx, id: string): Promise<What> {
  const [row] = await tx.select().from(documentQuestion).where(eq(documentQuestion.id, id));
  if (!row) return { about: null, gone: await questionIsGone(tx, id) };
  const text = await openFor(tx, row.clientId, questionPlace(id), row.content);
  return { about: { slug: row.slug, at: row.askedAt, text }, gone: false };
}

/** Also for staff who could not have read it. */
export async function questionIsGone(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.execute<{ gone: boolean }>(sql`select foyer.question_is_gone(${id}) as gone`);
  return row?.gone ?? false;
}

async function withdrawalMade(tx: Tx, id: string): Promise<What> {
  const [row] = await tx
    .select({ slug: signature.slug, at: signature.signedAt })
    .from(signature)
    .where(eq(signature.id, id));
  return { about: row ? { ...row, text: null } : null, gone: false };
}

/** Of each kind, what it is about, as far as this member of staff may know. */
const WHAT: Record<FromClientKind, (tx: Tx, aboutId: string) => Promise<What>> = {
  question: questionAsked,
  withdrawal: withdrawalMade,
  correction: answerCorrected,
  information: informationGiven,
};
