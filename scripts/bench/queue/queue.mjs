// What a page of the queue costs with a thousand files and with a hundred thousand; how it is found; and what it costs over HTTP beside a bare Next page with one query.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson } from '../../launch/data-folder.mjs';
import { say, step } from '../../launch/say.mjs';
import { openBareSite } from '../booking/bare-site.mjs';
import { rateTable, shortOf } from '../booking/bookings.mjs';
import { ask, hangUp } from '../booking/over-http.mjs';
import { atATime, within } from '../booking/rounds.mjs';
import { openBenchSite } from '../site.mjs';
import { median, table } from '../table.mjs';
import { startWork } from '../work.mjs';

const FEW = 1_000;
const MANY = 100_000;
const CONNECTIONS = 10;
const LOOKS = 60;
/** With many files as a multiple of with few; Foyer's pages a second as a share of the bare page's. */
const AIMS = { ratio: 1.5, page: 0.5 };
const ROUNDS = 3;
const SECONDS = 2;

const inWords = (files) => files.toLocaleString('en');

/** The site without its demo, and what works on its database alone. */
async function openClinic(room) {
  const url = await openBenchSite(room, {
    demo: false,
    env: { WORKER: 'off', DATABASE_CONNECTIONS: String(CONNECTIONS) },
  });
  const { keys, passwords } = readJson(join(room.dataFolder, 'secrets.json'));
  const { port } = readJson(join(room.dataFolder, 'database.json'));
  const as = (role, password) => `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/foyer`;
  const owner = as('foyer_owner', passwords.owner);
  const env = {
    ...{ ...process.env, ...keys, NODE_ENV: 'production', PUBLIC_URL: url },
    ...{ APP_DATABASE_URL: as('foyer_app', passwords.app), OWNER_DATABASE_URL: owner },
    DATABASE_CONNECTIONS: String(CONNECTIONS),
  };
  room.add({ stop: async () => hangUp() });
  return { url, owner, work: await startWork(room, env, 'scripts/bench/queue/on-the-database.ts') };
}

async function lookWith(work, from, until) {
  await step(`Putting ${inWords(until)} made-up files on file`, () => work({ do: 'fill', from, until }));
  return step(`Looking at the queue of ${inWords(until)}`, () => work({ do: 'look', times: LOOKS }));
}

const ratioOf = (few, many) => median(many.ms) / median(few.ms);

function showLooks(few, many) {
  const ms = (times, part) => `${within(part, times).toFixed(1)} ms`;
  say();
  say(`One look, with its line in the record; ${LOOKS} of each, without a web server between:`);
  say();
  say(
    table([
      ['', `${inWords(FEW)}: p50`, 'p95', 'rows', `${inWords(MANY)}: p50`, 'p95', 'rows', 'ratio'],
      ...many.found.map((look, i) => [
        ...[look.name, ms(few.found[i].ms, 0.5), ms(few.found[i].ms, 0.95), String(few.found[i].rows)],
        ...[ms(look.ms, 0.5), ms(look.ms, 0.95), String(look.rows)],
        `×${ratioOf(few.found[i], look).toFixed(2)}`,
      ]),
    ]),
  );
  say();
}

/** In short here, and whole in a file that stays. */
function showPlans({ plans }) {
  say(`How Postgres found it among ${inWords(MANY)}, as the app's role with every policy:`);
  for (const { name, short } of plans) {
    const whole = short.whole.length > 0 ? `; from end to end: ${short.whole.join(', ')}` : '';
    say(
      `  ${name}: ${short.ms.toFixed(1)} ms, ${short.pages} pages of 8 kB, by ${short.indexes.join(', ')}${whole}`,
    );
  }
  const file = join(tmpdir(), 'foyer-queue-plans.txt');
  writeFileSync(file, plans.map(({ name, plan }) => `── ${name}\n${plan}\n`).join('\n'));
  say(`  The plans themselves are in ${file}.`);
  say();
}

async function measurePages({ url, bareUrl, token }) {
  const ways = [
    { name: 'bare Next page', ask: () => ask(`${bareUrl}/queue`) },
    { name: '/staff', by: 'bare Next page', ask: () => ask(`${url}/staff`, { cookie: `foyer=${token}` }) },
  ];
  const rows = [1, 8].flatMap((atOnce) =>
    ways.map((way) => ({ ...way, atOnce, times: [], rates: [], refused: 0 })),
  );
  const asked = Array.from({ length: 20_000 }, (_, i) => i);
  await step('Asking for a page of twenty over HTTP', async () => {
    for (let round = 0; round <= ROUNDS; round++) {
      for (const row of rows) {
        const { times, all, results } = await atATime(row.atOnce, asked, row.ask, SECONDS);
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

export async function run(room) {
  const { url, owner, work } = await openClinic(room);
  const { token } = await work({ do: 'open' });
  const few = await lookWith(work, 0, FEW);
  const many = await lookWith(work, FEW, MANY);
  showLooks(few, many);
  showPlans(many);
  const bareUrl = await step('Building the bare site', () =>
    openBareSite(room, { database: owner, connections: CONNECTIONS }),
  );
  const pages = await measurePages({ url, bareUrl, token });
  say(`A page of twenty of ${inWords(MANY)}, over HTTP:`);
  say();
  say(rateTable('pages', pages));
  say();
  const slower = many.found
    .map((look, i) => ({ name: look.name, ratio: ratioOf(few.found[i], look) }))
    .filter(({ ratio }) => ratio > AIMS.ratio)
    .map(({ name, ratio }) => `${name}: ×${ratio.toFixed(2)} of ${inWords(FEW)} (aim ${AIMS.ratio})`);
  const short = [...slower, ...shortOf(pages, '', AIMS.page)];
  say(short.length === 0 ? 'Every aim is met.' : ['Short of the aims:', ...short].join('\n  '));
}
