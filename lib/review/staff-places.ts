// From where members of staff acted: the network address and the browser of the sign-ins the record names, for whoever keeps it.
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { openFor } from '@/lib/vault/keys';
import { deviceInWords } from './device-in-words';

export type StaffPlace = { ip: string | null; device: string | null };

/** By the sign-in's id. One that is kept no more is not in it; what doesn't open is null. */
export async function placesOf(tx: Tx, sessionIds: readonly string[]): Promise<Map<string, StaffPlace>> {
  const ids = [...new Set(sessionIds)];
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{
    id: string;
    staff_id: string;
    ip: string | null;
    user_agent: string | null;
  }>(
    sql`select * from foyer.places_of_sessions(array[${sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )}]::uuid[])`,
  );
  const places = new Map<string, StaffPlace>();
  for (const { id, staff_id: staffId, ip, user_agent: userAgent } of rows) {
    const open = (column: string, sealed: string | null) =>
      sealed === null
        ? null
        : openFor(tx, staffId, { table: 'session', column, row: id }, sealed).catch(() => null);
    const browser = await open('user_agent', userAgent);
    places.set(id, { ip: await open('ip', ip), device: browser && deviceInWords(browser) });
  }
  return places;
}
