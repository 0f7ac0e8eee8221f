// Reckons a month of twenty clinicians with five hundred taken times each, many times over, and prints what it took of one core.
import { availableSlots, type Busy, type WorkingHours } from '@/lib/scheduling/availability';
import { sweep } from './integer-sweep';

const CLINICIANS = 20;
const DAYS = 28;
const BUSY = 500;
const ROUNDS = 200;
/** Milliseconds of one core. */
const AIM = 10;
const MINUTE = 60_000;

// Over a change of the clocks, and in the middle of somebody's day.
const now = new Date('2026-10-10T10:00Z');
const ZONES = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];

const hours = (zone: string): WorkingHours => ({
  ...{ zone, sessionMinutes: 50, bufferBeforeMinutes: 0, bufferAfterMinutes: 10 },
  ...{ noticeHours: 24, horizonDays: DAYS, dailyMaximum: 24 },
  rules: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    ...{ startsLocal: '09:00', endsLocal: '17:00', effectiveFrom: null, effectiveUntil: null },
  })),
  exceptions: [],
});

const clinicians = Array.from({ length: CLINICIANS }, (_, n) => ({
  hours: hours(ZONES[n % ZONES.length] ?? 'UTC'),
  holidays: ['2026-10-26'],
  now,
  busy: Array.from({ length: BUSY }, (_, i): Busy => {
    const startsAt = now.getTime() + (i * 81 + n) * MINUTE;
    return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + 20 * MINUTE), kind: 'appointment' };
  }),
}));

const asMinutes = clinicians.map(({ busy }) => ({
  ...{ days: DAYS, opens: 9 * 60, closes: 17 * 60, session: 50, step: 60 },
  taken: busy.map(({ startsAt, endsAt }) => [minute(startsAt), minute(endsAt)] as const),
}));

function minute(at: Date): number {
  return (at.getTime() - now.getTime()) / MINUTE;
}

/** Milliseconds of one core, the middle of many rounds, and how many times were found in one. */
function cost(round: () => number): { ms: number; found: number } {
  const times: number[] = [];
  let found = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const before = process.cpuUsage();
    found = round();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return { ms: times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0, found };
}

const foyer = cost(() => clinicians.reduce((sum, one) => sum + availableSlots(one).length, 0));
const bare = cost(() => asMinutes.reduce((sum, one) => sum + sweep(one).length, 0));

const line = (what: string, { ms, found }: { ms: number; found: number }) =>
  `${what.padEnd(34)} ${ms.toFixed(2).padStart(6)} ms   ${found} times`;
console.log(`${CLINICIANS} clinicians, ${DAYS} days, ${BUSY} taken times each, of one core:`);
console.log();
console.log(line('Foyer: zones, exceptions, buffers', foyer));
console.log(line('whole numbers, no zones', bare));
console.log(
  `×${(foyer.ms / bare.ms).toFixed(1)} of it; the aim is ${AIM} ms: ${foyer.ms <= AIM ? 'met' : 'missed'}.`,
);
