// Hours don't change while somebody books within them, and nobody books while they change: whoever is second sees what the first has done.
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/** Taken before hours, exceptions or holidays are read to book by; any number of bookings hold it together, until they end. */
export const holdHours = (tx: Tx) =>
  tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('hours', 0))`);

/** Taken before they are read to be changed: alone, and after every booking that has begun. */
export const holdHoursAlone = (tx: Tx) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('hours', 0))`);
