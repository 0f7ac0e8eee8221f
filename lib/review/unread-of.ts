// What a client changed or gave after sending and nobody has read yet, as far as this member of staff may read it.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { answer, informationRequest, task } from '@/db/schema';

export type Unread = { taskId: string; kind: 'correction' | 'information' };

export async function unreadOf(tx: Tx, clientId: string): Promise<Unread[]> {
  const open = and(eq(task.clientId, clientId), isNull(task.doneAt));
  const corrected = await tx
    .select({ taskId: task.id })
    .from(task)
    .innerJoin(answer, eq(answer.id, task.aboutId))
    .where(and(open, eq(task.kind, 'correction')));
  const given = await tx
    .select({ taskId: task.id })
    .from(task)
    .innerJoin(informationRequest, eq(informationRequest.id, task.aboutId))
    .where(and(open, eq(task.kind, 'information')));
  return [
    ...given.map(({ taskId }) => ({ taskId, kind: 'information' as const })),
    ...corrected.map(({ taskId }) => ({ taskId, kind: 'correction' as const })),
  ];
}
