// A made-up clinic whose clinicians see people in New York and Ireland, and a client who fills in its forms.
import type { Actor } from '@/db/client';
import { clock } from '@/lib/env/clock';
import { confirmSection } from '@/lib/forms/confirm-section';
import { sectionNamed } from '@/lib/forms/definition';
import { saveAnswers } from '@/lib/forms/save-answers';
import { pageSlug } from '@/lib/forms/shown';
import type { TestDatabase } from '@/tests/support/database';
import { aStaffMember, openClinic } from '@/tests/support/people';
import { posted } from './posted';

export type Client = Actor & { kind: 'client' };

/** Opens the clinic. Nobody is on call; a lead is there, and a clinician licensed in New York and Ireland. */
export async function openMadeUpClinic({ ownerSql: sql }: TestDatabase) {
  await openClinic();
  const lead = await aStaffMember('lead');
  const clinician = await aStaffMember('clinician');
  const data = {
    name: 'Made-up practice',
    shortName: 'Made up',
    address: '1 Example Road (made up)',
    phone: '+1 212 555 0100',
    email: 'hello@practice.example',
    country: 'US',
    zone: 'America/New_York',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
    holidays: [],
    ...{ licence: 'made up', taxId: '', npi: '', fees: [], currency: 'USD', cancellationHours: 24 },
  };
  await sql`delete from on_call_shift`;
  await sql`insert into clinic_setting (id, data, changed_at) values (1, ${sql.json(data)}, now())
    on conflict (id) do update set data = excluded.data`;
  await sql`insert into clinician ${sql({
    id: clinician.id,
    zone: 'America/New_York',
    session_minutes: 50,
    formats: ['video'],
    regions: ['US-NY', 'IE'],
    sees_couples: false,
    languages: ['en'],
  })}`;
  return { lead, clinician };
}

/** Saves one page as its form would. `base`: the revision the page was opened on. */
export const save = (
  client: Client,
  section: string,
  page: string,
  values: Record<string, string | string[]>,
  base = 0,
) => {
  const ids = sectionNamed(section)?.pages.find(([first]) => first && pageSlug(first) === page) ?? [];
  return saveAnswers(client, {
    section,
    page,
    posted: posted(values),
    bases: new Map(ids.map((id) => [id, base])),
  });
};

/** Everything section 1 needs, of somebody the clinic can see. */
export async function firstSection(client: Client, more: { format?: string } = {}) {
  await save(client, '1', 'a1', { A1: 'only-me' });
  await save(client, '1', 'a8', { A8: 'US' });
  await save(client, '1', 'a8-us', { 'A8-us': 'US-NY' });
  await save(client, '1', 'b1', { B1: 'Ash Example' });
  await save(client, '1', 'b3', { 'B3-day': '3', 'B3-month': '4', 'B3-year': '1985' });
  await save(client, '1', 'b10', { B10: 'self-pay' });
  await save(client, '1', 'c8', { C8: 'alone' });
  await save(client, '1', 'format', { format: more.format ?? 'in-person' });
  return confirmSection(client, '1');
}

/** The birthday of somebody who is `years` old today, as three fields. */
export function bornAgo(years: number, days = 0) {
  const now = clock.now();
  const at = new Date(Date.UTC(now.getUTCFullYear() - years, now.getUTCMonth(), now.getUTCDate() + days));
  const part = (value: number) => String(value);
  return {
    'B3-day': part(at.getUTCDate()),
    'B3-month': part(at.getUTCMonth() + 1),
    'B3-year': part(at.getUTCFullYear()),
  };
}
