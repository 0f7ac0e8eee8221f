// What a client's calendar is told: the appointment they have, or else that the last one is cancelled.
import { and, desc, eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment } from '@/db/schema';
import type { CalendarEntry } from './calendar-file';

/** Null when they never had one, or it has taken place. */
export const ownCalendarEntry = (actor: Actor & { kind: 'client' }): Promise<CalendarEntry | null> =>
  as(actor, async (tx) => {
    const [newest] = await tx
      .select()
      .from(appointment)
      .where(and(eq(appointment.clientId, actor.id), oneOf(appointment.status, ['booked', 'cancelled'])))
      // "booked" comes before "cancelled": what they have counts, whichever was made later.
      .orderBy(appointment.status, desc(appointment.createdAt))
      .limit(1);
    return newest ? { ...newest, cancelled: newest.status === 'cancelled' } : null;
  });
