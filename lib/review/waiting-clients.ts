// Who waits for a time, in the order they came: what they wait for, what is kept for them, and how they may be reached. Having looked is one line in the record.
import { asc, isNull } from 'drizzle-orm';
import { as } from '@/db/client';
import { waitlistEntry } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { type OnWaitlist, waitlistOf } from '@/lib/scheduling/waitlist-of';
import { type PersonToReach, personToReach } from './person-to-reach';
import type { Staff } from './submission-by-reference';

export type WaitingClient = PersonToReach & { id: string; waitlist: OnWaitlist };

const MOST = 100;

/** The first hundred in line. */
export async function readWaitingClients(actor: Staff): Promise<{ items: WaitingClient[]; zone: string }> {
  return as(actor, async (tx) => {
    const entries = await tx
      .select({ id: waitlistEntry.id, clientId: waitlistEntry.clientId })
      .from(waitlistEntry)
      .where(isNull(waitlistEntry.endedAt))
      .orderBy(asc(waitlistEntry.joinedAt), asc(waitlistEntry.id))
      .limit(MOST);
    await record(tx, {
      event: 'waitlist.listed',
      subject: 'clinic',
      detail: { entries: entries.map(({ id }) => id), clients: entries.map(({ clientId }) => clientId) },
    });
    const items: WaitingClient[] = [];
    for (const { id, clientId } of entries) {
      const waitlist = await waitlistOf(tx, clientId);
      if (waitlist) items.push({ id, waitlist, ...(await personToReach(tx, actor, clientId)) });
    }
    return { items, zone: (await clinicOf(tx)).zone };
  });
}

/** How many wait: nobody's name is read for it. */
export const waitingCount = (actor: Staff): Promise<number> =>
  as(actor, (tx) => tx.$count(waitlistEntry, isNull(waitlistEntry.endedAt)));
