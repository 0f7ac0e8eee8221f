// Staff give a client their estimate: kept for good, sealed, what was owed is done, and the client is told something waits.
import { and, eq, isNull } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { client, estimate, estimateDiagnosis, notice, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { sha256Of } from '@/lib/documents/verify-seal';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { enqueue } from '@/lib/jobs/enqueue';
import { whyNotToActOn } from '@/lib/review/on-the-case';
import type { Staff } from '@/lib/review/submission-by-reference';
import { sealFor } from '@/lib/vault/keys';
import { clientForEstimate } from './client-for-estimate';
import { type EstimateContents, fingerprintOf } from './estimate-contents';
import type { EstimateInput } from './estimate-form';
import { groundOf, type MakeRefusal, makeEstimate } from './make-estimate';
import { sealEstimate } from './seal-estimate';
import { contentsPlace, diagnosisPlace } from './stored-estimate';

export type GiveRefusal = MakeRefusal | 'unknown' | 'not-allowed' | 'changed-meanwhile';
export type Gave = { ok: true; number: number } | { ok: false; reason: GiveRefusal };

/**
 * `shown` stands for what was seen before (`fingerprintOf`): what has changed since is shown again first. Refused with
 * `MakeRefusal`, `unknown`, `not-allowed` (a diagnosis code from who may not write one) or `changed-meanwhile`.
 * It is given in writing, on the site, to be saved and printed, and kept with the client's record
 * (45 CFR 149.610(e)(1), (f)(1)).
 */
export async function giveEstimate(
  actor: Staff,
  { reference, input, shown }: { reference: string; input: EstimateInput; shown: string },
): Promise<Gave> {
  return as(actor, async (tx) => {
    const found = await clientForEstimate(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    const { clientId } = found;
    if (input.diagnosis !== null && (await whyNotToActOn(tx, actor, { clientId })))
      return { ok: false, reason: 'not-allowed' };
    // Two at once go one after the other; the second finds it given.
    await tx.select({ id: client.id }).from(client).where(eq(client.id, clientId)).for('update');
    const now = await clientForEstimate(tx, actor, reference);
    if (!now) return { ok: false, reason: 'unknown' };
    const ground = await groundOf(tx, now);
    const made = makeEstimate(ground, input, clock.now());
    if (!made.ok) return made;
    if (fingerprintOf(made.contents) !== shown) return { ok: false, reason: 'changed-meanwhile' };
    const kept = await keep(tx, actor, clientId, made.contents, {
      diagnosis: input.diagnosis,
      appointmentId: ground.appointment?.id ?? null,
    });
    await tx
      .update(task)
      .set({ doneAt: clock.now(), doneBy: actor.id })
      .where(and(eq(task.kind, 'estimate'), eq(task.clientId, clientId), isNull(task.doneAt)));
    await tell(tx, clientId, kept.id);
    await record(tx, {
      event: 'estimate.given',
      subject: clientId,
      // The chain holds the record fast: it can't be taken away, or another put in its place, without a break there.
      detail: {
        ...{ estimate: kept.id, number: made.contents.number, record: sha256Of(kept.record) },
        tasks: now.tasks.map((each) => each.id),
      },
    });
    return { ok: true, number: made.contents.number };
  });
}

async function keep(
  tx: Tx,
  actor: Staff,
  clientId: string,
  contents: EstimateContents,
  { diagnosis, appointmentId }: { diagnosis: string | null; appointmentId: string | null },
): Promise<{ id: string; record: string }> {
  const id = newId();
  const sealed = sealEstimate(
    contents,
    diagnosis,
    { id, account: clientId, appointment: appointmentId, givenBy: actor.id },
    settings.signingKey,
  );
  const { sha256, record: sealedRecord, seal, keyId } = sealed;
  await tx.insert(estimate).values({
    ...{ id, clientId, appointmentId, sha256, seal, keyId, record: sealedRecord },
    number: contents.number,
    givenAt: new Date(contents.givenAt),
    givenBy: actor.id,
    contents: await sealFor(tx, clientId, contentsPlace(id), sealed.contents),
  });
  if (sealed.diagnosis !== null)
    await tx.insert(estimateDiagnosis).values({
      ...{ estimateId: id, clientId },
      code: await sealFor(tx, clientId, diagnosisPlace(id), sealed.diagnosis),
    });
  return { id, record: sealedRecord };
}

async function tell(tx: Tx, clientId: string, estimateId: string) {
  const noticeId = newId();
  await tx.insert(notice).values({
    ...{ id: noticeId, kind: 'estimate-given', accountId: clientId, aboutId: estimateId },
    createdAt: clock.now(),
  });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}
