// Makes an estimate from what is known now: the fee schedule, the appointment, the person, and what staff expect.
import type { Tx } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { scheduleOf, stampOfFees } from '@/lib/clinic/fee-schedule';
import { regionName } from '@/lib/clinic/regions';
import { calendarDate } from '@/lib/forms/birth-date';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { allClinicians } from '@/lib/scheduling/clinicians';
import type { EstimateClient } from './client-for-estimate';
import { type EstimateContents, lineOf, totalOf } from './estimate-contents';
import { type EstimateInput, keyOfService } from './estimate-form';
import { statementsIn } from './statements';

export const NOT_READY = ['not-in-the-us', 'no-fees', 'no-ids', 'not-known'] as const;
/** Why none can be made for now: this law isn't the clinic's, no schedule, no NPI or tax id, no name or birth date yet. */
export type NotReady = (typeof NOT_READY)[number];

export type MakeRefusal = NotReady | 'already-given' | 'appointment-gone' | 'fees-changed' | 'no-clinician';

export type Ground = Awaited<ReturnType<typeof groundOf>>;

/** All that an estimate for this client is made from. */
export async function groundOf(tx: Tx, client: EstimateClient) {
  const clinic = await clinicOf(tx);
  const appointment = await appointmentOf(tx, client.clientId);
  const last = client.given[0];
  const before = last?.contents ?? null;
  return {
    clinic,
    schedule: scheduleOf(clinic),
    appointment,
    clinicians: appointment ? [] : (await allClinicians(tx)).filter(({ active }) => active),
    name: client.facts?.name ?? before?.client.name ?? null,
    bornOn: client.facts?.bornOn ?? before?.client.bornOn ?? null,
    state: (client.facts?.region && regionName(client.facts.region)) || (before?.place.state ?? null),
    number: (last?.number ?? 0) + 1,
  };
}

/** Null when an estimate can be made. */
export function whyNotReady({ clinic, schedule, name, bornOn }: Ground): NotReady | null {
  if (clinic.country !== 'US') return 'not-in-the-us';
  if (schedule.fees.length === 0) return 'no-fees';
  if (!clinic.npi || !clinic.taxId) return 'no-ids';
  return name && bornOn ? null : 'not-known';
}

/**
 * Refused: `NotReady`; `already-given` (a newer one than the form's is there), `appointment-gone` (it was cancelled,
 * moved to another, or made meanwhile), `fees-changed`, `no-clinician` (none was chosen, and no appointment says who).
 */
export function makeEstimate(
  ground: Ground,
  input: EstimateInput,
  now: Date,
): { ok: true; contents: EstimateContents } | { ok: false; reason: MakeRefusal } {
  const refused = (reason: MakeRefusal) => ({ ok: false as const, reason });
  const { clinic, schedule, appointment, name, bornOn } = ground;
  const notReady = whyNotReady(ground);
  if (notReady || !name || !bornOn) return refused(notReady ?? 'not-known');
  if (input.made.number !== ground.number) return refused('already-given');
  if (input.made.appointment !== (appointment?.reference ?? '')) return refused('appointment-gone');
  if (input.made.fees !== stampOfFees(schedule)) return refused('fees-changed');
  const provider = providerIn(ground, input);
  if (!provider) return refused('no-clinician');
  const lines = schedule.fees.flatMap((fee, at) => {
    const asked = input.lines.find(({ key }) => key === keyOfService(schedule.fees, at));
    return asked ? [lineOf(fee, asked.quantity, asked.cents)] : [];
  });
  const { address, phone, email, npi, taxId, zone } = clinic;
  return {
    ok: true,
    contents: {
      format: 'foyer-estimate-contents/1',
      locale: 'en',
      number: ground.number,
      givenAt: now.toISOString(),
      issuedOn: calendarDate(now, zone),
      zone,
      client: { name, bornOn },
      practice: { name: clinic.name, address, phone, email, npi, taxId },
      provider,
      place: { format: appointment?.format ?? null, state: ground.state },
      booked: appointment && { startsAt: appointment.startsAt.toISOString(), zone: appointment.zone },
      period: { months: input.months, frequency: input.frequency },
      lines,
      currency: schedule.currency,
      total: totalOf(lines),
      statements: statementsIn('en', { phone, email }),
    },
  };
}

function providerIn({ appointment, clinicians }: Ground, { clinician }: EstimateInput) {
  if (appointment) return { name: appointment.clinicianName, credential: appointment.clinicianCredential };
  const chosen = clinicians.find(({ reference }) => reference === clinician);
  return chosen && { name: chosen.name, credential: chosen.credential };
}
