// An instant said briefly in the clinic's zone, for staff who compare many of them.
const made = new Map<string, Intl.DateTimeFormat>();

function inZone(zone: string): Intl.DateTimeFormat {
  const one =
    made.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
  made.set(zone, one);
  return one;
}

/** "Tue 24 Nov 2026, 10:00". */
export const briefly = (at: Date, zone: string): string => inZone(zone).format(at).replace(',', '');

/** What is due at midnight is due by the end of the day before. */
export const lastMinute = (dueAt: Date) => new Date(dueAt.getTime() - 60_000);

/** `at` as machines read it, and as it is said. */
export type Instant = { at: string; says: string };

export const instantIn = (at: Date, zone: string): Instant => ({
  at: at.toISOString(),
  says: briefly(at, zone),
});

export function When({ at, zone }: { at: Date; zone: string }) {
  return <InstantSaid instant={instantIn(at, zone)} />;
}

export function InstantSaid({ instant: { at, says } }: { instant: Instant }) {
  return (
    // In one piece while there is room for it.
    <time dateTime={at} className="inline-block in-[td]:whitespace-nowrap">
      {says}
    </time>
  );
}
