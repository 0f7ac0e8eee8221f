// A made-up clinic's staff, and clients of it whose forms were sent, for tests of the calendar.
import type { Sql } from 'postgres';
import { newId } from '@/lib/env/ids';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import type { OpenSlot } from '@/lib/scheduling/open-slots';
import { askingFor, type Client, freeTimes, madeUpClient } from '../scheduling/made-up-clinic';

export type Staff = {
  kind: 'staff';
  id: string;
  roles: readonly ('admin' | 'clinician' | 'lead' | 'front-desk')[];
};

export async function aStaffMember(sql: Sql, ...roles: Staff['roles']): Promise<Staff> {
  const id = newId();
  await sql`insert into account (id, kind, email_index, email, created_at)
    values (${id}, 'staff', ${id}, 'sealed', now())`;
  await sql`insert into staff_member (id, name, roles) values (${id}, 'Fran Desk (made up)', ${[...roles]})`;
  return { kind: 'staff', id, roles };
}

/** Somebody whom staff may know of, with the reference of their forms. */
export async function aSentClient(
  sql: Sql,
  left: Parameters<typeof madeUpClient>[1] = {},
): Promise<{ client: Client; forms: string }> {
  const client = await madeUpClient(sql, left);
  const [row] = await sql`update submission set status = 'submitted', submitted_at = now()
    where client_id = ${client.id} returning reference`;
  return { client, forms: row?.reference };
}

export type Booked = { client: Client; forms: string; reference: string; slot: OpenSlot };

/** The same, with the `at`th free time of that clinician. */
export async function aBookedClient(sql: Sql, clinicianId: string, at = 0): Promise<Booked> {
  const { client, forms } = await aSentClient(sql);
  const slot = (await freeTimes(clinicianId))[at];
  const booked = await bookAppointment(client, askingFor(slot));
  if (!booked.ok || !slot) throw new Error('it was not booked');
  return { client, forms, reference: booked.reference, slot };
}

/** What is stored of an appointment. */
export async function appointmentNow(sql: Sql, reference: string) {
  const [row] = await sql`select a.*, t.active from appointment a join clinician_time t on t.id = a.time_id
    where a.reference = ${reference}`;
  return row;
}

/** The events of a subject from that name on, the oldest first, with who acted. */
export const eventsOf = (sql: Sql, subject: string, like: string) =>
  sql`select event, actor_id, detail from audit_event where subject = ${subject} and event like ${like} order by seq`;

/** What a client would be sent, the oldest first. */
export const noticesOf = async (sql: Sql, clientId: string): Promise<string[]> =>
  (await sql`select kind from notice where account_id = ${clientId} order by created_at, id`).map(
    ({ kind }) => kind as string,
  );
