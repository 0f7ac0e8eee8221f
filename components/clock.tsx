// A time of day in the clinic's zone, for a calendar whose days are named already: "10:00".
const made = new Map<string, Intl.DateTimeFormat>();

export function clockTime(at: Date, zone: string): string {
  const one =
    made.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  made.set(zone, one);
  return one.format(at);
}

export function Clock({ at, zone }: { at: Date; zone: string }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {clockTime(at, zone)}
    </time>
  );
}
