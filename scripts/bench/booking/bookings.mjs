// Bookings a second: by Foyer's verb beside bare SQL, and through Foyer beside a bare Next route, in turn.
import { randomUUID } from 'node:crypto';
import { step } from '../../launch/say.mjs';
import { median, table } from '../table.mjs';
import { clearAway } from './on-file.mjs';
import { ask } from './over-http.mjs';
import { atATime, within } from './rounds.mjs';

const ROUNDS = 3;
export const AT_ONCE = [1, 8, 32];
const SECONDS = 1.5;
/** Foyer's bookings a second as a share of the baseline's. */
const AIM = 0.5;

export const cookieOf = ({ token }) => `foyer=${token}`;

export const formOf = ({ clinician, startsAt }) => ({
  with: clinician,
  at: `${startsAt.slice(0, 16)}Z`,
  zone: 'Europe/London',
  token: randomUUID(),
});

/** Everybody's own time, spread over the clinicians' month. */
function bookingsOf({ people, slots }, seed) {
  const apart = Math.floor(slots.length / people.length);
  return people.map((person, i) => ({
    ...slots[(seed + i * apart) % slots.length],
    ...{ person, clientId: person.id, formToken: randomUUID() },
  }));
}

const overHttp = (post) => async (atOnce, bookings, seconds) => {
  const { times, all, results } = await atATime(atOnce, bookings, post, seconds);
  return {
    times,
    all,
    booked: results.filter(({ status, to }) => status === 303 && to.endsWith('/booked')).length,
  };
};

/** Each way to book, after the baseline it is measured by. */
function waysOf({ url, bareUrl, onTheDatabase }) {
  return [
    { name: 'bare SQL', book: onTheDatabase('bare') },
    { name: 'Foyer’s verb', by: 'bare SQL', book: onTheDatabase('foyer') },
    {
      name: 'bare Next',
      book: overHttp(({ clientId, clinicianId, startsAt, endsAt, formToken }) =>
        ask(`${bareUrl}/book`, { form: { clientId, clinicianId, startsAt, endsAt, formToken } }),
      ),
    },
    {
      ...{ name: 'Foyer', by: 'bare Next' },
      book: overHttp((booking) =>
        ask(`${url}/schedule/book`, { cookie: cookieOf(booking.person), form: formOf(booking) }),
      ),
    },
  ];
}

async function once(asked, way, atOnce, seed) {
  const { times, all, booked } = await way.book(atOnce, bookingsOf(asked, seed), SECONDS);
  if (booked === 0) throw new Error(`${way.name} booked none of ${times.length}.`);
  await clearAway(
    asked.sql,
    asked.people.map(({ id }) => id),
  );
  return { times, rate: (booked / all) * 1000, refused: times.length - booked };
}

/**
 * Rounds of everybody in turn, so that a noisy minute falls on all; the first, in which everything warms up, isn't
 * counted. Returns rows of `{ name, by, atOnce, times, rate, refused }`: milliseconds of each, the middle rate a second,
 * and how many were told to come again (503), as happens where the machine has other work.
 */
export async function measureBookings(asked, what) {
  const rows = AT_ONCE.flatMap((atOnce) =>
    waysOf(asked).map((way) => ({
      way,
      name: way.name,
      by: way.by,
      atOnce,
      times: [],
      rates: [],
      refused: 0,
    })),
  );
  for (let round = 0; round <= ROUNDS; round++) {
    const which = round === 0 ? 'to warm up' : `round ${round} of ${ROUNDS}`;
    await step(`Booking ${what}, ${which}`, async () => {
      for (const row of rows) {
        const { times, rate, refused } = await once(asked, row.way, row.atOnce, round * 977);
        if (round === 0) continue;
        row.times.push(...times);
        row.rates.push(rate);
        row.refused += refused;
      }
    });
  }
  return rows.map(({ rates, ...row }) => ({ ...row, rate: median(rates) }));
}

/** A row's rate as a share of its baseline's; null for a baseline. */
export function share(rows, { by, atOnce, rate }) {
  const bare = rows.find((row) => row.name === by && row.atOnce === atOnce);
  return bare ? rate / bare.rate : null;
}

export const asShare = (number) => (number === null ? '' : `×${number.toFixed(2)}`);

/** `what` is done, `a second`. */
export const rateTable = (what, rows) =>
  table([
    [what, 'at once', 'a second', 'p50', 'p95', 'p99', 'to bare', 'told to come again'],
    ...rows.map((row) => [
      ...[row.name, String(row.atOnce), row.rate.toFixed(row.rate < 10 ? 1 : 0)],
      ...[0.5, 0.95, 0.99].map((part) => `${within(part, row.times).toFixed(1)} ms`),
      asShare(share(rows, row)),
      row.refused > 0 ? String(row.refused) : '',
    ]),
  ]);

/** What falls short of `aim`, in words. */
export const shortOf = (rows, what, aim = AIM) =>
  rows
    .map((row) => ({ ...row, share: share(rows, row) }))
    .filter((row) => row.share !== null && row.share < aim)
    .map(
      ({ name, atOnce, share: found }) => `${name}, ${atOnce} at once${what}: ${asShare(found)} (aim ${aim})`,
    );
