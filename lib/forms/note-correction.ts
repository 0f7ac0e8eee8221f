// Somebody put right what they had sent: it is on the record, and whoever may read the answer is told that it changed.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { answer, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { clock } from '@/lib/env/clock';
import { addTask } from '@/lib/tasks/add-task';
import { questionNamed } from './definition';
import { isReach } from './how-to-reach';
import type { Intake } from './open-intake';
import type { Audience } from './question';

/** Two working days of eight hours, as for what is sent. */
const READ_WITHIN_HOURS = 16;

/**
 * `revisions`: the ids of the answers just written, by question. How somebody may be reached stands changed where staff look
 * before they reach out, and is no task. Of what waits already there is one task an audience.
 */
export async function noteCorrection(tx: Tx, intake: Intake, revisions: ReadonlyMap<string, string>) {
  const of = (reach: boolean) => [...revisions.keys()].filter((id) => isReach(id) === reach);
  const subject = intake.clientId;
  if (of(true).length > 0)
    await record(tx, { event: 'contact.changed', subject, detail: { questions: of(true) } });
  if (of(false).length === 0) return;
  const waiting = await audiencesWaiting(tx, intake);
  for (const question of of(false)) {
    const audience = questionNamed(question)?.audience ?? 'clinical';
    if (waiting.has(audience)) continue;
    waiting.add(audience);
    await addTask(tx, {
      ...{ kind: 'correction', clientId: subject, dueAt: await readBy(tx, READ_WITHIN_HOURS) },
      aboutId: revisions.get(question),
    });
  }
  await record(tx, { event: 'answer.corrected', subject, detail: { questions: of(false) } });
}

/** Staffed hours from now; by the clock in a clinic that set none. */
export async function readBy(tx: Tx, hours: number): Promise<Date> {
  const [clinic, now] = [await clinicOf(tx), clock.now()];
  return clinic.hours.length > 0
    ? afterStaffedHours(clinic, now, hours)
    : new Date(now.getTime() + hours * 60 * 60 * 1000);
}

async function audiencesWaiting(tx: Tx, { clientId }: Intake): Promise<Set<Audience>> {
  const rows = await tx
    .select({ audience: answer.audience })
    .from(task)
    .innerJoin(answer, eq(answer.id, task.aboutId))
    .where(and(eq(task.clientId, clientId), eq(task.kind, 'correction'), isNull(task.doneAt)));
  return new Set(rows.map(({ audience }) => audience));
}
