// The page that lists a month's times, beside a bare Next page of as many from one query, in turn.
import { step } from '../../launch/say.mjs';
import { median } from '../table.mjs';
import { AT_ONCE, cookieOf } from './bookings.mjs';
import { ask } from './over-http.mjs';
import { atATime } from './rounds.mjs';

const ROUNDS = 3;
const SECONDS = 1.5;

/** Rows as `measureBookings` returns them. */
export async function measurePages({ url, bareUrl, people }) {
  const ways = [
    { name: 'bare Next page', ask: () => ask(`${bareUrl}/times`) },
    {
      ...{ name: '/schedule', by: 'bare Next page' },
      ask: (person) => ask(`${url}/schedule`, { cookie: cookieOf(person) }),
    },
  ];
  const askers = [...people, ...people, ...people, ...people];
  const rows = AT_ONCE.flatMap((atOnce) =>
    ways.map((way) => ({ ...way, atOnce, times: [], rates: [], refused: 0 })),
  );
  await step('Asking for the page of times', async () => {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const row of rows) {
        const { times, all, results } = await atATime(row.atOnce, askers, row.ask, SECONDS);
        const shown = results.filter(({ status }) => status === 200).length;
        const other = results.find(({ status }) => status !== 200 && status !== 503);
        if (other) throw new Error(`${row.name} answered ${other.status} ${other.to}.`);
        if (round === 0) continue;
        row.times.push(...times);
        row.rates.push((shown / all) * 1000);
        row.refused += results.length - shown;
      }
    }
  });
  return rows.map(({ rates, ...row }) => ({ ...row, rate: median(rates) }));
}
