// When a client is reminded of an appointment, and of forms they have not sent. An appointment in, instants out; nothing is read here.
import { afterWakingHours, eveningUnlessAwake } from './waking-hours';

const REMINDERS = ['appointment-48h', 'appointment-2h', 'forms-72h', 'forms-30h'] as const;
export type ReminderKind = (typeof REMINDERS)[number];

export type ReminderTime = {
  kind: ReminderKind;
  /** Not before this. */
  dueAt: Date;
  /** Later it would be no reminder any more: a queue that stood still over night sends nothing that is over. */
  until: Date;
};

const HOUR = 60 * 60_000;
/** What is left of the morning's reminder when it has waited for the night to end. */
const FEWEST_HOURS_LEFT = 1;

/**
 * At least so long before, so that what falls into the night comes on the evening before: a 48-hour reminder that waited
 * for the morning could leave less than the clinic's notice to cancel in, and a 30-hour one less than the 24 hours by
 * which forms are due. The 2-hour reminder is the other way round: an evening before is no "soon", so it waits for the
 * morning; and where that leaves less than an hour, none goes.
 */
export function reminderTimes({ startsAt, zone }: { startsAt: Date; zone: string }): ReminderTime[] {
  const before = (hours: number) => new Date(startsAt.getTime() - hours * HOUR);
  const [long, first, second] = [48, 72, 30].map((hours) => eveningUnlessAwake(zone, before(hours))) as [
    Date,
    Date,
    Date,
  ];
  const soon = afterWakingHours(zone, before(2), 0);
  return [
    { kind: 'appointment-48h', dueAt: long, until: before(24) },
    ...(soon <= before(FEWEST_HOURS_LEFT)
      ? [{ kind: 'appointment-2h' as const, dueAt: soon, until: before(0.5) }]
      : []),
    { kind: 'forms-72h', dueAt: first, until: second },
    { kind: 'forms-30h', dueAt: second, until: before(12) },
  ];
}

/** Longer before an appointment nothing is due: 72 hours, and a night. */
export const FARTHEST_HOURS = 72 + 13;
