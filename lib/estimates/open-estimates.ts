// The estimates that are owed, the first due first, and those given lately. Having looked is one line in the record.
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { answer, appointment, estimate, staffMember, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { answerPlace } from '@/lib/forms/answers-of';
import type { Answer } from '@/lib/forms/question';
import type { Staff } from '@/lib/review/submission-by-reference';
import { openFor } from '@/lib/vault/keys';
import { referencesOf } from './client-for-estimate';
import { openedEstimates } from './given-estimates';

/** More than a clinic owes at once; those after it come up as these are given. */
const MOST_OPEN = 200;
const MOST_GIVEN = 30;

export type EstimateLists = Awaited<ReturnType<typeof listEstimates>>;

export async function listEstimates(actor: Staff) {
  return as(actor, async (tx) => {
    const open = await owed(tx);
    const given = await lately(tx);
    const references = await referencesOf(
      tx,
      [...open, ...given].map(({ clientId }) => clientId),
    );
    const names = await namesOfOwed(
      tx,
      open.map(({ clientId }) => clientId),
    );
    await record(tx, {
      event: 'estimate.listed',
      subject: 'clinic',
      detail: { owed: open.length, clients: [...references.keys()] },
    });
    const reference = (clientId: string) => references.get(clientId) ?? '';
    return {
      zone: (await clinicOf(tx)).zone,
      open: open.map(({ clientId, dueAt, ...row }) => ({
        ...{ ...row, dueAt, reference: reference(clientId), name: names.get(clientId) ?? null },
        late: dueAt < clock.now(),
      })),
      given: given.map(({ clientId, ...row }) => ({ ...row, reference: reference(clientId) })),
    };
  });
}

async function owed(tx: Tx) {
  const rows = await tx
    .select({
      clientId: task.clientId,
      aboutId: task.aboutId,
      dueAt: task.dueAt,
      startsAt: appointment.startsAt,
      clinician: staffMember.name,
    })
    .from(task)
    .leftJoin(appointment, and(eq(appointment.id, task.aboutId), eq(appointment.status, 'booked')))
    .leftJoin(staffMember, eq(staffMember.id, appointment.clinicianId))
    .where(and(eq(task.kind, 'estimate'), isNull(task.doneAt)))
    .orderBy(asc(task.dueAt), asc(task.id))
    .limit(MOST_OPEN);
  return rows.flatMap(({ clientId, aboutId, ...row }) =>
    clientId === null ? [] : [{ ...row, clientId, asked: aboutId === null }],
  );
}

/** By client: the legal name where there is one, as it will stand on the estimate, else the name they use. */
async function namesOfOwed(tx: Tx, clientIds: readonly string[]): Promise<Map<string, string>> {
  if (clientIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([answer.clientId, answer.question])
    .from(answer)
    .where(and(oneOf(answer.clientId, clientIds), oneOf(answer.question, ['B1', 'B2'])))
    .orderBy(answer.clientId, answer.question, desc(answer.answeredAt), desc(answer.revision));
  const names = new Map<string, string>();
  for (const { id, clientId, value } of rows) {
    const { state, value: name } = JSON.parse(await openFor(tx, clientId, answerPlace(id), value)) as Answer;
    if (state === 'answered' && typeof name === 'string') names.set(clientId, name);
  }
  return names;
}

/** Whom they were given to is what stands on them: of forms that were not sent nothing else is read. */
async function lately(tx: Tx) {
  const rows = await tx
    .select({ estimate })
    .from(estimate)
    .orderBy(desc(estimate.givenAt), desc(estimate.id))
    .limit(MOST_GIVEN);
  const given = await openedEstimates(
    tx,
    rows.map((row) => ({ ...row, diagnosis: null })),
    false,
  );
  return given.map(({ number, givenAt, givenBy, clientId, contents }) => ({
    ...{ number, givenAt, givenBy, clientId },
    name: contents?.client.name ?? null,
    total: contents && { cents: contents.total, currency: contents.currency },
  }));
}
