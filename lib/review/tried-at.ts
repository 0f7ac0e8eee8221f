// When somebody says they tried to reach a person, as they typed it, on the clinic's clock.
import { Temporal } from 'temporal-polyfill';
import { type Actor, as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { dateFrom, timeFrom } from '@/lib/scheduling/time-of-day';

/** An instant; null when the date is in no calendar or the time can't be read. */
export async function triedAt(actor: Actor, date: string, time: string): Promise<Date | null> {
  const [day, clock] = [dateFrom(date), timeFrom(time)];
  if (!day || !clock || clock === '24:00') return null;
  const { zone } = await as(actor, clinicOf);
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: clock });
  return new Date(at.epochMilliseconds);
}
