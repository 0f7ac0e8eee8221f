// Whether the site can do its work just now: the database answers, in time, and stands at a version that has our tables.

import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { as, visitor } from '@/db/client';

/** Within 2 seconds, or the answer is no. */
export async function isReady(): Promise<boolean> {
  const asked = as(visitor, (tx) => tx.execute(sql`select from clinic_setting limit 1`)).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, pause(2_000, false)]);
}
