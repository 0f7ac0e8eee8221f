// What clients asked about documents, and what they withdrew, until a member of staff has seen to it. Having looked is one line in the record.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { documentQuestion, signature, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { questionPlace } from '@/lib/documents/question';
import { clock } from '@/lib/env/clock';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { openFor } from '@/lib/vault/keys';
import { type PersonToReach, personToReach } from './person-to-reach';
import type { Staff } from './submission-by-reference';

export const FROM_CLIENTS = ['question', 'withdrawal'] as const;
export type FromClientKind = (typeof FROM_CLIENTS)[number];

export type FromClient = PersonToReach & {
  taskId: string;
  kind: FromClientKind;
  dueAt: Date;
  late: boolean;
  /** Null for who may not read what was asked: which document it is about stays with the question. */
  about: { slug: string; at: Date; text: string | null } | null;
  meetsAt: Date | null;
};

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
        ...(await personToReach(tx, actor, clientId)),
        meetsAt: (await appointmentOf(tx, clientId))?.startsAt ?? null,
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
