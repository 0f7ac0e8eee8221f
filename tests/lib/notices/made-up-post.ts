// Made-up people with an inbox, something to tell them, and a look into the local mailbox.
import type { Sql } from 'postgres';
import { type Actor, as, type Tx } from '@/db/client';
import { answer, notice, submission } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import type { NoticeKind } from '@/lib/notices/catalogue';
import { localMailbox } from '@/lib/notices/local-mailbox';
import { sealFor } from '@/lib/vault/keys';
import { aClient, aJob, openClinic } from '@/tests/support/people';

type Client = Actor & { kind: 'client' };

/** The clinic as far as mail needs it; its full name gives everything away, its short one nothing. */
export async function openPost(sql: Sql) {
  await openClinic();
  const data = {
    name: 'Made-up Sex Therapy Clinic',
    shortName: 'Made-up Practice',
    address: '1 Nowhere Street',
    phone: '000 000',
    email: 'nobody@example.org',
    country: 'GB',
    zone: 'Europe/London',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
    holidays: [],
    licence: 'None: made up',
    taxId: '',
    npi: '',
    fees: [],
    currency: 'GBP',
    cancellationHours: 24,
  };
  await sql`insert into clinic_setting (id, data, changed_at) values (1, ${sql.json(data)}, now())
    on conflict (id) do update set data = excluded.data`;
}

/** A client who answered these questions. Returns them with their address. */
export async function somebodyWho(answers: Record<string, string>): Promise<Client & { email: string }> {
  const email = `post-${newId()}@example.org`;
  const actor = await aClient(email);
  const { id } = actor;
  await as(actor, async (tx) => {
    const now = clock.now();
    const submissionId = newId();
    const which = { reference: newReference(), definitionVersion: 'made-up', createdAt: now, changedAt: now };
    await tx.insert(submission).values({ id: submissionId, clientId: id, ...which });
    for (const [question, value] of Object.entries(answers)) {
      const row = newId();
      const sealed = JSON.stringify({ state: 'answered', value });
      await tx.insert(answer).values({
        id: row,
        submissionId,
        clientId: id,
        question,
        revision: 1,
        definitionVersion: 'made-up',
        locale: 'en',
        audience: 'all-staff',
        value: await sealFor(tx, id, { table: 'answer', column: 'value', row }, sealed),
        answeredAt: now,
      });
    }
  });
  return { ...actor, email };
}

/** Their appointment on Tuesday 24 November 2026 at 10:00 in London, with a clinician whose credential says it all. */
export async function appointmentFor(sql: Sql, clientId: string): Promise<string> {
  const [staffId, timeId, id] = [newId(), newId(), newId()];
  await sql`insert into account (id, kind, email_index, email, created_at) values (${staffId}, 'staff', ${staffId}, '', now())`;
  await sql`insert into staff_member (id, name, credential, roles)
    values (${staffId}, 'Zelda Zeta (made up)', 'CST-Zeta, sex therapist', '{clinician}')`;
  await sql`insert into clinician (id, zone, session_minutes, formats, regions, sees_couples, languages)
    values (${staffId}, 'Europe/London', 50, '{video}', '{GB-ENG}', true, '{en}')`;
  await sql`insert into clinician_time (id, clinician_id, occupied, kind)
    values (${timeId}, ${staffId}, '[2026-11-24T10:00Z,2026-11-24T11:00Z)', 'appointment')`;
  await sql`insert into appointment (id, reference, client_id, clinician_id, time_id, starts_at, ends_at, zone, local_time,
      format, form_token, created_at)
    values (${id}, ${newReference()}, ${clientId}, ${staffId}, ${timeId}, '2026-11-24T10:00Z', '2026-11-24T10:50Z',
      'Europe/London', '2026-11-24T10:00', 'video', ${newId()}, now())`;
  return id;
}

/** What a reminder of that appointment is about. Returns its id. */
export async function reminderOf(sql: Sql, clientId: string, appointmentId: string): Promise<string> {
  const id = newId();
  await sql`insert into reminder (id, kind, client_id, about_id, anchored_at, decided_at)
    select ${id}, 'appointment-48h', ${clientId}, a.id, a.starts_at, now() from appointment a where a.id = ${appointmentId}`;
  return id;
}

type About = { kind: NoticeKind; accountId?: string; aboutId?: string };

/** Queues a notice in `tx`, as every verb does. Returns its id. */
export async function queueIn(tx: Tx, about: About): Promise<string> {
  const id = newId();
  await tx.insert(notice).values({ id, createdAt: clock.now(), ...about });
  await enqueue(tx, { name: 'notice.send', data: { noticeId: id } });
  return id;
}

export const queue = (about: About) => as(aJob, (tx) => queueIn(tx, about));

export const stateOf = async (sql: Sql, noticeId: string): Promise<string | undefined> =>
  (await sql`select state from notice where id = ${noticeId}`)[0]?.state;

export const mailsTo = async (address: string) =>
  (await localMailbox())?.filter(({ to }) => to === address) ?? [];
