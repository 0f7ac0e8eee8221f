// An appointment as a calendar entry that tells a bystander nothing: a day, a time and the word "Appointment".
import { createHmac } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { settings } from '@/lib/env/settings';

export interface CalendarEntry {
  /** The appointment's id: the entry keeps one name of its own through every change of it. */
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** Rises with each change. */
  sequence: number;
  cancelled: boolean;
}

/** The same for the same appointment; says nothing of it, of the site or of who runs it (RFC 7986, section 5.3). */
const uidOf = (id: string): string =>
  createHmac('sha256', settings.indexKey).update(`calendar\n${id}`).digest('hex').slice(0, 32);

/**
 * The text of an `.ics` file (RFC 5545), its instants in UTC, so that no time zone has to be understood. `title` is all
 * it says. A calendar takes a later one with the same name and a higher sequence for the same entry, and a cancelled
 * one out.
 */
export function calendarFile(entry: CalendarEntry, { title, at }: { title: string; at: Date }): string {
  const { CANCEL, PUBLISH } = ICalCalendarMethod;
  const calendar = ical({
    prodId: '-//Calendar//Appointment//EN',
    method: entry.cancelled ? CANCEL : PUBLISH,
  });
  calendar.createEvent({
    id: uidOf(entry.id),
    sequence: entry.sequence,
    stamp: at,
    start: entry.startsAt,
    end: entry.endsAt,
    summary: title,
    class: ICalEventClass.PRIVATE,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
