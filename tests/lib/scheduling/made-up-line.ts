// Made-up people who wait for a time, and what became of it.
import type { Sql } from 'postgres';
import { joinWaitlist } from '@/lib/scheduling/join-waitlist';
import type { WaitlistWishes } from '@/lib/scheduling/waitlist-wishes';
import { type Client, madeUpClient } from './made-up-clinic';

export const ANYTHING: WaitlistWishes = {
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  partsOfDay: ['morning', 'afternoon', 'evening'],
  with: null,
  zone: 'Europe/London',
  weeks: 4,
};

/** Somebody who may book, and waits. */
export async function madeUpWaiter(sql: Sql, wishes: Partial<WaitlistWishes> = {}): Promise<Client> {
  const client = await madeUpClient(sql);
  const joined = await joinWaitlist(client, { ...ANYTHING, ...wishes });
  if (!joined.ok) throw new Error(`could not wait: ${joined.reason}`);
  return client;
}

/** Every offer there was, in order: to whom, for when, and how it ended. */
export const offers = (sql: Sql) =>
  sql<
    { client_id: string; starts_at: Date; ended_by: string | null; expires_at: Date; reference: string }[]
  >`select client_id, starts_at, ended_by, expires_at, reference from slot_offer order by offered_at, id`;

/** Times that are taken now, by kind. */
export async function takenTimes(sql: Sql): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`select kind from clinician_time where active order by kind`;
  return rows.map(({ kind }) => kind);
}
