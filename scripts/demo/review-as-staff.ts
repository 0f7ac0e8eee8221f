// What the demo's staff did with what the made-up clients sent: through the same table and verbs as in the clinic.

import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { submission } from '@/db/schema';
import { referralPlaces } from '@/lib/clinic/save-referral-places';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { previewEstimate, readEstimates } from '@/lib/estimates/estimate-file';
import type { EstimateInput } from '@/lib/estimates/estimate-form';
import { keyOfService } from '@/lib/estimates/estimate-form';
import { giveEstimate } from '@/lib/estimates/give-estimate';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { addAttempt } from '@/lib/review/add-attempt';
import { askForMore } from '@/lib/review/ask-for-more';
import { changeStatus } from '@/lib/review/change-status';
import { closeFlag } from '@/lib/review/close-flag';
import { closeSubmission } from '@/lib/review/close-submission';
import { declineSubmission, stampOfTimes } from '@/lib/review/decline-submission';
import { flagsOf } from '@/lib/review/flags-of';
import type { StatusVerb } from '@/lib/review/status';
import { takeOverFlag } from '@/lib/review/take-over-flag';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { bookedAhead } from '@/lib/scheduling/cancel-booked';

type Staff = Actor & { kind: 'staff' };

/** Makes one change of status; assigning gives the client to the clinician they are booked with. */
export async function review(staff: Staff, clientId: string, verb: StatusVerb) {
  if (verb === 'ask-for-more') return askAbout(staff, clientId);
  if (verb === 'decline') return decline(staff, clientId);
  if (verb === 'close') return close(staff, clientId);
  await as(staff, async (tx) => {
    const [row] = await tx.select().from(submission).where(eq(submission.clientId, clientId));
    const assigneeId = (await appointmentOf(tx, clientId))?.clinicianId ?? staff.id;
    const more = verb === 'assign' ? { set: { assigneeId }, detail: { assignee: assigneeId } } : {};
    const changed = row && (await changeStatus(tx, staff, row.id, verb, more));
    if (!changed?.ok)
      throw new Error(`The demo could not ${verb}: ${changed?.reason} at ${clock.now().toISOString()}`);
  });
}

/** Refers somebody on, with a letter and two made-up places. */
async function decline(staff: Staff, clientId: string) {
  const reference = await referenceOf(staff, clientId);
  const { places, times } = await as(staff, async (tx) => ({
    places: (await referralPlaces(tx)).slice(0, 2).map(({ id: _, ...place }) => place),
    times: await bookedAhead(tx, clientId),
  }));
  const text = [
    'Hello (made up),',
    'Thank you for telling us so openly what you are looking for. We have read all of it with care.',
    'We are not the right place for this. That says nothing about you or about your question: others know much more about it than we do. Below are two places that do this work well.',
    'With warm wishes',
  ].join('\n\n');
  const shown = stampOfTimes(times);
  const letter = { text, places };
  const done = await declineSubmission(staff, { reference, letter, reason: 'not-our-field', shown });
  if (!done.ok) throw new Error(`The demo could not decline: ${done.reason}`);
}

async function close(staff: Staff, clientId: string) {
  const reference = await referenceOf(staff, clientId);
  const done = await closeSubmission(staff, { reference, reason: 'finished', cancels: '' });
  if (!done.ok) throw new Error(`The demo could not close: ${done.reason}`);
}

/** Asks for two answers more, in a few words. */
async function askAbout(staff: Staff, clientId: string) {
  const asked = await askForMore(staff, {
    reference: await referenceOf(staff, clientId),
    questions: ['C6', 'C7'],
    text: 'Thank you for all you wrote. Could you say a little more about what you have tried? (Made up.)',
    formToken: newId(),
  });
  if (!asked.ok) throw new Error(`The demo could not ask for more: ${asked.reason}`);
}

const referenceOf = (staff: Staff, clientId: string): Promise<string> =>
  as(staff, async (tx) => {
    const [row] = await tx.select().from(submission).where(eq(submission.clientId, clientId));
    return row?.reference ?? '';
  });

/** Acknowledges every danger sign of a client; `close` gives each an outcome, `tried` hands it on after a call in vain. */
export async function attendToFlags(
  staff: Staff,
  lead: Staff,
  clientId: string,
  what: 'acknowledged' | 'tried' | 'closed',
) {
  const { reference, flags } = await as(staff, async (tx) => {
    const [row] = await tx.select().from(submission).where(eq(submission.clientId, clientId));
    return { reference: row?.reference ?? '', flags: row ? await flagsOf(tx, [row.id]) : [] };
  });
  for (const { id: flagId } of flags) {
    const asked = { reference, flagId };
    await acknowledgeFlag(staff, asked);
    const note = 'Called; feels safe, and will say if that changes. (Made up.)';
    if (what === 'closed') await closeFlag(staff, { ...asked, outcome: 'spoke', note });
    if (what !== 'tried') continue;
    const tried = { way: 'phone', at: clock.now(), note: 'No answer; left no message. (Made up.)' } as const;
    await addAttempt(staff, { ...asked, ...tried });
    await takeOverFlag(lead, asked);
  }
}

/** Gives the estimate a client is owed, of a first session and ten more over half a year; nothing where none is owed. */
export async function giveOwedEstimate(staff: Staff, clientId: string) {
  const reference = await referenceOf(staff, clientId);
  const file = await readEstimates(staff, reference);
  if (!file?.dueAt) return;
  const { fees } = file.schedule;
  const input: EstimateInput = {
    lines: [1, 10].map((quantity, at) => ({
      ...{ key: keyOfService(fees, at), quantity, cents: fees[at]?.cents ?? 0 },
    })),
    ...{ months: 6, frequency: 'fortnightly', clinician: '', diagnosis: null },
    made: { number: file.number, appointment: file.appointment?.reference ?? '', fees: file.fees },
  };
  const seen = await previewEstimate(staff, reference, input);
  if (!seen?.ok) throw new Error(`The demo could not make an estimate: ${seen?.reason}`);
  const given = await giveEstimate(staff, { reference, input, shown: seen.shown });
  if (!given.ok) throw new Error(`The demo could not give an estimate: ${given.reason}`);
}
