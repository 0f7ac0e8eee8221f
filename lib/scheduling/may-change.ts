// Until when a client may move or cancel an appointment themselves; after that they are asked to call.

/** The last instant at which it can still be changed: `noticeHours` before it begins. */
export const changeableUntil = (appointment: { startsAt: Date }, noticeHours: number): Date =>
  new Date(appointment.startsAt.getTime() - noticeHours * 3_600_000);

export const mayChange = (appointment: { startsAt: Date }, noticeHours: number, now: Date): boolean =>
  now <= changeableUntil(appointment, noticeHours);
