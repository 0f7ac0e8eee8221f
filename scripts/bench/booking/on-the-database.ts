// Books without a web server between: Foyer's verb, or the same rows by bare SQL, as many at a time as it is told.
import postgres from 'postgres';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { bareBooking } from './bare-booking.mjs';
import { atATime } from './rounds.mjs';

type Booking = {
  clientId: string;
  clinicianId: string;
  clinician: string;
  startsAt: string;
  endsAt: string;
  formToken: string;
};
type Order = { who: 'foyer' | 'bare'; atOnce: number; things: Booking[]; seconds: number };

const sql = postgres(process.env.OWNER_DATABASE_URL ?? '', {
  max: Number(process.env.DATABASE_CONNECTIONS),
  onnotice: () => {},
});

const ways = {
  bare: (booking: Booking) => bareBooking(sql, booking),
  foyer: async ({ clientId, clinician, startsAt, formToken }: Booking) => {
    const asked = { clinician, startsAt: new Date(startsAt), zone: 'Europe/London', formToken };
    return (await bookAppointment({ kind: 'client', id: clientId }, asked)).ok;
  },
};

process.on('message', async ({ who, atOnce, things, seconds }: Order) => {
  const { times, all, results } = await atATime(atOnce, things, ways[who], seconds);
  process.send?.({ times, all, booked: results.filter(Boolean).length });
});
process.send?.('ready');
