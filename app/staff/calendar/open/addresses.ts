// Where a closed day is opened again, and what stood in the way.

export const OPEN = '/staff/calendar/open';

/** The whole of that day, as closing it put it in. */
export const wholeDayOff = (date: string) => ({
  kind: 'off' as const,
  from: date,
  until: date,
  startsLocal: null,
  endsLocal: null,
});

const PROBLEMS = ['shown-otherwise', 'not-confirmed', 'not-allowed', 'unknown', 'no-hours'] as const;

/** Null for what is none of them: an address can say anything. */
export const problemNamed = (given: string | string[] | undefined) =>
  PROBLEMS.find((each) => each === given) ?? null;
