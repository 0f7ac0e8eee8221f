// What clients asked about documents, and what they withdrew, until a member of staff has seen to it. Having looked is one line in the record.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { documentQuestion, signature, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { questionPlace } from '@/lib/documents/question';
import { clock } from '@/lib/env/clock';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { questionNamed } from '@/lib/forms/definition';
import { openIntake } from '@/lib/forms/open-intake';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { openFor } from '@/lib/vault/keys';
import { answersForStaff, newestOf } from './answers-for-staff';
import type { Staff } from './submission-by-reference';
import { withdrewMessages } from './withdrew-messages';

export const FROM_CLIENTS = ['question', 'withdrawal'] as const;
export type FromClientKind = (typeof FROM_CLIENTS)[number];

export type FromClient = {
  taskId: string;
  kind: FromClientKind;
  dueAt: Date;
  late: boolean;
  /** Null for who may not read what was asked: which document it is about stays with the question. */
  about: { slug: string; at: Date; text: string | null } | null;
  name: string | null;
  /** They withdrew "Messages": what they said before of how to reach them allows nothing any more. */
  silent: boolean;
  /** Whom nobody must ever contact about them, in their words. */
  never: string | null;
  contact: { id: string; label: string; lines: string[] }[];
  /** Of their forms: whoever waits for an answer is known to staff, sent or not. Null when none are under way. */
  reference: string | null;
  meetsAt: Date | null;
};

/** How somebody may be reached, in the order in which staff need it. */
const REACHED = ['A4', 'A1', 'A2', 'A3', 'A5'];
const MOST = 100;

/** The soonest due first. */
export async function readFromClients(actor: Staff): Promise<{ items: FromClient[]; zone: string }> {
  return as(actor, async (tx) => {
    const tasks = await tx
      .select()
      .from(task)
      .where(and(inArray(task.kind, [...FROM_CLIENTS]), isNull(task.doneAt)))
      .orderBy(asc(task.dueAt), asc(task.id))
      .limit(MOST);
    await record(tx, {
      event: 'question.listed',
      subject: 'clinic',
      detail: { tasks: tasks.map(({ id }) => id) },
    });
    const items: FromClient[] = [];
    for (const { id, kind, clientId, aboutId, dueAt } of tasks) {
      if (!clientId || !aboutId) continue;
      items.push({
        taskId: id,
        kind: kind as FromClientKind,
        dueAt,
        late: dueAt < clock.now(),
        about: await (kind === 'question' ? questionAsked(tx, aboutId) : withdrawalMade(tx, aboutId)),
        ...(await personOf(tx, actor, clientId)),
      });
    }
    return { items, zone: (await clinicOf(tx)).zone };
  });
}

/** Null where the policies give this member of staff nothing. */
async function questionAsked(tx: Tx, id: string): Promise<FromClient['about']> {
  const [row] = await tx.select().from(documentQuestion).where(eq(documentQuestion.id, id));
  if (!row) return null;
  return {
    slug: row.slug,
    at: row.askedAt,
    text: await openFor(tx, row.clientId, questionPlace(id), row.content),
  };
}

async function withdrawalMade(tx: Tx, id: string): Promise<FromClient['about']> {
  const [row] = await tx
    .select({ slug: signature.slug, at: signature.signedAt })
    .from(signature)
    .where(eq(signature.id, id));
  return row ? { ...row, text: null } : null;
}

async function personOf(tx: Tx, actor: Staff, clientId: string) {
  const intake = await openIntake(tx, clientId);
  const answers = intake ? newestOf(await answersForStaff(tx, actor, intake.id)) : new Map();
  const said = (id: string) => {
    const given = answers.get(id);
    const question = questionNamed(id);
    if (!question || given?.state !== 'answered') return [];
    return [{ id, label: question.short, lines: answerInWords(question, given).lines }];
  };
  const line = (id: string) => said(id)[0]?.lines.join('\n') ?? null;
  return {
    name: line('B1'),
    silent: await withdrewMessages(tx, clientId),
    never: line('A7'),
    contact: REACHED.flatMap(said),
    reference: intake?.reference ?? null,
    meetsAt: (await appointmentOf(tx, clientId))?.startsAt ?? null,
  };
}
