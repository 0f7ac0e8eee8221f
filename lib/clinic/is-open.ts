// Whether new clients may come: in the demo always, otherwise once an admin has opened the doors, until one shuts them again.
import { desc, eq } from 'drizzle-orm';
import { as, type Tx, visitor } from '@/db/client';
import { goingLiveEvent } from '@/db/schema';
import { settings } from '@/lib/env/settings';

/** Whoever has an account is let in either way: nobody who has begun stands before a shut door. */
export const isOpen = async (tx: Tx): Promise<boolean> => settings.demo || openByRecord(tx);

/** What an admin said last. Shut until one has opened it. */
export async function openByRecord(tx: Tx): Promise<boolean> {
  const [newest] = await tx
    .select({ holds: goingLiveEvent.holds })
    .from(goingLiveEvent)
    .where(eq(goingLiveEvent.what, 'open'))
    .orderBy(desc(goingLiveEvent.at), desc(goingLiveEvent.id))
    .limit(1);
  return newest?.holds ?? false;
}

/** For a page that anybody may read. While the database can't be asked it says so elsewhere, so this says yes. */
export const isOpenToAll = async (): Promise<boolean> =>
  settings.demo || as(visitor, openByRecord).catch(() => true);
