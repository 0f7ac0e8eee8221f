// One client's estimates as staff see them: what is owed by when, what it would be made from, and what was given.
import { as } from '@/db/client';
import { record } from '@/lib/audit/record';
import { stampOfFees } from '@/lib/clinic/fee-schedule';
import { clock } from '@/lib/env/clock';
import { isOnTheCase, whyNotToActOn } from '@/lib/review/on-the-case';
import type { Staff } from '@/lib/review/submission-by-reference';
import { clientForEstimate } from './client-for-estimate';
import { fingerprintOf } from './estimate-contents';
import type { EstimateInput } from './estimate-form';
import { groundOf, makeEstimate, whyNotReady } from './make-estimate';

export type EstimateFile = NonNullable<Awaited<ReturnType<typeof readEstimates>>>;

/** Null for who isn't there or isn't for staff to see yet, alike. Reading is one line in the client's record. */
export async function readEstimates(actor: Staff, reference: string) {
  return as(actor, async (tx) => {
    const client = await clientForEstimate(tx, actor, reference);
    if (!client) return null;
    const ground = await groundOf(tx, client);
    const { clinic, schedule, appointment, clinicians, name, bornOn, state, number } = ground;
    const dueAt = client.tasks[0]?.dueAt ?? null;
    const file = {
      ...{ reference: client.reference, given: client.given, name, bornOn, state, number },
      pays: client.facts?.pays ?? null,
      /** Who is on the case reads and writes a diagnosis code; who only opened it with a reason writes none. */
      clinical: (await whyNotToActOn(tx, actor, client)) === null,
      dueAt,
      late: dueAt !== null && dueAt < clock.now(),
      notReady: whyNotReady(ground),
      zone: clinic.zone,
      schedule,
      fees: stampOfFees(schedule),
      appointment,
      clinicians: clinicians.map((one) => ({ reference: one.reference, name: one.name })),
    };
    await record(tx, {
      event: 'estimate.read',
      subject: client.clientId,
      detail: { given: client.given.length },
    });
    return file;
  });
}

/** The estimate as it would be given now, with what stands for it in the form that gives it. Null as above. */
export async function previewEstimate(actor: Staff, reference: string, input: EstimateInput) {
  return as(actor, async (tx) => {
    const client = await clientForEstimate(tx, actor, reference);
    if (!client) return null;
    const made = makeEstimate(await groundOf(tx, client), input, clock.now());
    await record(tx, { event: 'estimate.read', subject: client.clientId, detail: { preview: true } });
    if (!made.ok) return made;
    const readsCode = await isOnTheCase(tx, actor, client);
    return { ...made, shown: fingerprintOf(made.contents), readsCode };
  });
}
