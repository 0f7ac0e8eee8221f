// What a calendar's address says: which week or day, whose, with names or without.
import type { Query } from './queue-address';

export type CalendarView = { span: 'week' | 'day'; on?: string; with?: string; names: boolean };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;

export function calendarViewOf(span: CalendarView['span'], query: Query): CalendarView {
  const on = one(query.on);
  const whose = one(query.with);
  return { span, ...(on && { on }), ...(whose && { with: whose }), names: one(query.names) === 'on' };
}

export const calendarPath = (span: CalendarView['span']): string =>
  span === 'week' ? '/staff/calendar' : '/staff/calendar/day';

/** The address of `view` with some of it changed; undefined takes it away. */
export function calendarAddress(
  view: CalendarView,
  change: { [K in keyof CalendarView]?: CalendarView[K] | undefined } = {},
): string {
  const { span, on, with: whose, names } = { ...view, ...change };
  const query = new URLSearchParams({
    ...(on && { on }),
    ...(whose && { with: whose }),
    ...(names && { names: 'on' }),
  }).toString();
  const path = calendarPath(span ?? 'week');
  return query ? `${path}?${query}` : path;
}

/** Whatever stands in an address comes from the address line: it is written back with care. */
export const appointmentPage = (reference: string | undefined): string =>
  `/staff/appointments/${encodeURIComponent(reference ?? '')}`;

/** Where a time is chosen for whoever these forms belong to. */
export const bookingPage = (reference: string | undefined): string =>
  `/staff/appointments/book/${encodeURIComponent(reference ?? '')}`;
