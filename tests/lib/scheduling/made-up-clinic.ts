// A made-up clinic with made-up clinicians, and made-up clients who have done all that comes before a booking.
import type { Sql } from 'postgres';
import { as } from '@/db/client';
import { answer, sectionConfirmation, submission } from '@/db/schema';
import { makeClient } from '@/lib/accounts/make-account';
import { publishDefaults } from '@/lib/documents/publish-defaults';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { definition } from '@/lib/forms/definition';
import type { Answer, AnswerValue, Input } from '@/lib/forms/question';
import { missingAnswers } from '@/lib/forms/shown';
import type { Booking } from '@/lib/scheduling/book-appointment';
import { allClinicians } from '@/lib/scheduling/clinicians';
import type { OpenSlot } from '@/lib/scheduling/open-slots';
import { openSlots } from '@/lib/scheduling/open-slots';
import { emailIndex } from '@/lib/vault/indexes';
import { sealFor } from '@/lib/vault/keys';

export type Client = { kind: 'client'; id: string };

const LONDON = 'Europe/London';
export const ADMIN = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', roles: ['admin'] } as const;
const JOB = { kind: 'job', name: 'test' } as const;

/** Puts the one clock at an instant; it goes on from there. */
export const itIs = (at: string) => shiftClock(Date.parse(at) - Date.now());

/** Empties what scheduling writes and sets the clinic up anew. */
export async function openClinic(sql: Sql, changes: { country?: string } = {}) {
  const data = {
    name: 'Made-up practice',
    shortName: 'Made-up',
    address: '1 Nowhere Street',
    phone: '000 000',
    email: 'nobody@example.org',
    country: changes.country ?? 'GB',
    zone: LONDON,
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
    holidays: ['2026-12-25'],
    licence: 'None: made up',
    taxId: '',
    npi: '',
    fees: [],
    currency: 'GBP',
    cancellationHours: 24,
  };
  await sql`delete from waitlist_entry`;
  await sql`delete from appointment`;
  await sql`delete from clinician_time`;
  await sql`delete from availability_exception`;
  await sql`delete from availability_rule`;
  await sql`delete from clinician`;
  await sql`insert into clinic_setting (id, data, changed_at) values (1, ${sql.json(data)}, now())
    on conflict (id) do update set data = excluded.data`;
  await makeStaff(sql, ADMIN.id, 'Ada Admin (made up)', ['admin']);
  await publishDefaults({ ...ADMIN, roles: ['admin'] });
}

async function makeStaff(sql: Sql, id: string, name: string, roles: string[]) {
  await sql`insert into account (id, kind, email_index, email, created_at)
    values (${id}, 'staff', ${id}, 'sealed', now()) on conflict do nothing`;
  await sql`insert into staff_member (id, name, roles) values (${id}, ${name}, ${roles}) on conflict do nothing`;
}

/** A clinician with the same hours each day of the week. Returns their id. */
export async function madeUpClinician(
  sql: Sql,
  changes: {
    name?: string;
    zone?: string;
    from?: string;
    until?: string;
    session?: number;
    before?: number;
    after?: number;
    maximum?: number;
    horizon?: number;
    regions?: string[];
    formats?: string[];
  } = {},
): Promise<string> {
  const id = newId();
  await makeStaff(sql, id, changes.name ?? 'Cleo Clinician (made up)', ['clinician']);
  await sql`insert into clinician (id, zone, session_minutes, buffer_before_minutes, buffer_after_minutes, notice_hours,
      horizon_days, daily_maximum, formats, regions, sees_couples, languages, takes_new)
    values (${id}, ${changes.zone ?? LONDON}, ${changes.session ?? 50}, ${changes.before ?? 0}, ${changes.after ?? 10}, 24,
      ${changes.horizon ?? 28}, ${changes.maximum ?? 24}, ${changes.formats ?? ['video']}, ${changes.regions ?? ['GB-ENG']}, true, ${['en']}, true)`;
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    await sql`insert into availability_rule (id, clinician_id, weekday, starts_local, ends_local)
      values (${newId()}, ${id}, ${weekday}, ${changes.from ?? '09:00'}, ${changes.until ?? '17:00'})`;
  }
  return id;
}

/** These answers, and a made-up one to everything else that can't be left out. */
function whollyAnswered(given: Record<string, AnswerValue>): Record<string, AnswerValue> {
  const answers = new Map<string, Answer>(
    Object.entries(given).map(([id, value]) => [id, { state: 'answered', value }]),
  );
  for (const section of definition.sections) {
    for (const { id, input } of missingAnswers(section, answers)) {
      const group = input.kind === 'group';
      const value = group
        ? Object.fromEntries(input.fields.map((field) => [field.id, madeUpValue(field)]))
        : madeUpValue(input);
      answers.set(id, { state: 'answered', value: value as AnswerValue });
    }
  }
  return Object.fromEntries(
    [...answers].flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value]])),
  );
}

function madeUpValue(input: Input): string | string[] {
  if (input.kind === 'checkboxes') return [input.options[0]?.value ?? ''];
  if ('options' in input) return input.options[0]?.value ?? '';
  return input.kind === 'date' ? '1985-03-27' : 'Made up';
}

const SIGNED = ['electronic-records', 'privacy', 'information', 'agreement', 'video', 'fees'];

/** Somebody who may book. `signed` and `forms` leave something out; with an `email` they want mail. `sql` is the owner's. */
export async function madeUpClient(
  sql: Sql,
  left: {
    email?: string;
    signed?: string[];
    forms?: string[];
    region?: string;
    pays?: string;
    language?: string;
    interpreter?: string;
  } = {},
): Promise<Client> {
  const email = left.email ?? `${newId()}@example.org`;
  const id = await as({ kind: 'bearer', secret: emailIndex(email) }, (tx) => makeClient(tx, email));
  const actor: Client = { kind: 'client', id };
  await as(actor, async (tx) => {
    const now = clock.now();
    const submissionId = newId();
    await tx.insert(submission).values({
      id: submissionId,
      reference: newReference(),
      clientId: id,
      definitionVersion: 'made-up',
      createdAt: now,
      changedAt: now,
    });
    const forms = left.forms ?? ['1', '2', '3', '4', '5'];
    if (forms.length > 0)
      await tx
        .insert(sectionConfirmation)
        .values(forms.map((section) => ({ submissionId, clientId: id, section, confirmedAt: now })));
    const answers = whollyAnswered({
      A8: 'GB',
      'A8-gb': left.region ?? 'GB-ENG',
      B7: { language: left.language ?? 'en', another: '', interpreter: left.interpreter ?? 'no' },
      C8: 'alone',
      format: 'video',
      B10: left.pays ?? 'insurance',
      ...(left.email && { A1: 'only-me', A4: 'email' }),
    });
    const rows: (typeof answer.$inferInsert)[] = [];
    for (const [question, value] of Object.entries(answers)) {
      const row = newId();
      const place = { table: 'answer', column: 'value', row };
      rows.push({
        id: row,
        submissionId,
        clientId: id,
        question,
        revision: 1,
        definitionVersion: 'made-up',
        locale: 'en',
        audience: 'all-staff',
        value: await sealFor(tx, id, place, JSON.stringify({ state: 'answered', value })),
        answeredAt: now,
      });
    }
    await tx.insert(answer).values(rows);
  });
  // Made up whole: that a signature is one is another test's concern.
  await sql`insert into signature (id, client_id, document_version_id, kind, slug, version, sha256, locale, signed_at,
      personal, record, seal, key_id)
    select gen_random_uuid(), ${id}, v.id, 'signature', v.slug, v.version, v.sha256, v.locale, now(), 'made up', 'made up',
      'made up', 'made up' from document_version v where v.slug = any(${left.signed ?? SIGNED}) and v.version = 1`;
  return actor;
}

/** The free times of a clinician now. */
export async function freeTimes(clinicianId: string): Promise<OpenSlot[]> {
  return as(JOB, async (tx) => {
    const one = (await allClinicians(tx)).filter(({ id }) => id === clinicianId);
    return openSlots(tx, one);
  });
}

export const referenceOf = (clinicianId: string) =>
  as(JOB, async (tx) => (await allClinicians(tx)).find(({ id }) => id === clinicianId)?.reference ?? '');

/** A booking of a free time, as the form would send it. */
export const askingFor = (
  slot: { clinician: { reference: string }; startsAt: Date } | undefined,
  formToken: string = newId(),
): Booking => {
  if (!slot) throw new Error('There is no such free time.');
  return { clinician: slot.clinician.reference, startsAt: slot.startsAt, zone: LONDON, formToken };
};
