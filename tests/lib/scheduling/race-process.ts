// One of the processes that book at the same time: it is told who asks for what, and answers with what became of it.

import { as } from '@/db/client';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { bookAppointment } from '@/lib/scheduling/book-appointment';

export type Race = { now: string; asks: { client: string; clinician: string; startsAt: string }[] };
/** Named outcomes; an error is `error: …`. */
export type Outcome = { results: string[]; milliseconds: number };

async function run({ now, asks }: Race): Promise<Outcome> {
  shiftClock(Date.parse(now) - Date.now());
  const began = clock.now().getTime();
  const results = await Promise.all(
    asks.map(({ client, clinician, startsAt }) =>
      bookAppointment(
        { kind: 'client', id: client },
        { clinician, startsAt: new Date(startsAt), zone: 'Europe/London', formToken: newId() },
      ).then(
        (booked) => (booked.ok ? 'booked' : booked.reason),
        (error) => `error: ${error}`,
      ),
    ),
  );
  return { results, milliseconds: clock.now().getTime() - began };
}

process.on('message', async (race: Race) => process.send?.(await run(race)));
// Every connection is open before the first race, so that what is measured is the race.
await Promise.all(
  Array.from({ length: Number(process.env.DATABASE_CONNECTIONS) }, () =>
    as({ kind: 'job', name: 'test' }, () => new Promise((done) => setTimeout(done, 200))),
  ),
);
process.send?.('ready');
