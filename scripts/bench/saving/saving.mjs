// What it costs to save a page of the forms: Foyer's beside the same rows by bare SQL and beside a bare Next route, at 1, 8 and 32 at once.
import { randomUUID } from 'node:crypto';
import { say, step } from '../../launch/say.mjs';
import { AT_ONCE, cookieOf, rateTable, shortOf } from '../booking/bookings.mjs';
import { CONNECTIONS, openClinic } from '../booking/clinic.mjs';
import { ask } from '../booking/over-http.mjs';
import { atATime } from '../booking/rounds.mjs';
import { median } from '../table.mjs';

const ROUNDS = 3;
const SECONDS = 1.5;
/** Characters: a few sentences. */
const LONG = 400;

/** A text each, all of one length; `sealed` is as long as Foyer's sealed value of it. */
const savesOf = (people, submissions) =>
  [...people, ...people, ...people, ...people].map((person) => {
    const text = `${randomUUID()} ${'words '.repeat(LONG / 6)}`.slice(0, LONG);
    return {
      ...{ person, clientId: person.id, submissionId: submissions.get(person.id), text },
      sealed: 's'.repeat(Math.ceil(((text.length + 45) * 4) / 3) + 24),
    };
  });

const overHttp = (post, taken) => async (atOnce, things, seconds) => {
  const { times, all, results } = await atATime(atOnce, things, post, seconds);
  const other = results.find((answer) => !taken(answer) && answer.status !== 503);
  if (other) throw new Error(`A save was answered with ${other.status} ${other.to}.`);
  return { times, all, done: results.filter(taken).length };
};

/** Each way to save, after the baseline it is measured by. */
const waysOf = ({ url, bareUrl, onTheDatabase }) => [
  { name: 'bare SQL', save: onTheDatabase('bare') },
  { name: 'Foyer’s verb', by: 'bare SQL', save: onTheDatabase('foyer') },
  {
    name: 'bare Next',
    save: overHttp(
      ({ clientId, submissionId, sealed }) =>
        ask(`${bareUrl}/save`, { form: { clientId, submissionId, question: 'C1', text: sealed } }),
      ({ status, to }) => status === 303 && to.endsWith('/saved'),
    ),
  },
  {
    ...{ name: 'Foyer', by: 'bare Next' },
    save: overHttp(
      ({ person, text }) =>
        ask(`${url}/forms/4/c1/save`, {
          cookie: cookieOf(person),
          form: { C1: text, 'base-C1': '999999', intent: 'continue' },
        }),
      ({ status, to }) => status === 303 && /\/forms\/4\/(c2|check)$/.test(to),
    ),
  },
];

/** What the bare ways write is not sealed: Foyer never reads it. */
const whose = ({ name }, { people }) => people.filter((_, i) => name.startsWith('bare') === (i % 2 === 0));

async function measure(clinic, submissions) {
  const rows = AT_ONCE.flatMap((atOnce) =>
    waysOf(clinic).map((way) => ({ ...way, atOnce, times: [], rates: [], refused: 0 })),
  );
  for (let round = 0; round <= ROUNDS; round++) {
    const which = round === 0 ? 'to warm up' : `round ${round} of ${ROUNDS}`;
    await step(`Saving, ${which}`, async () => {
      for (const row of rows) {
        const { times, all, done } = await row.save(
          row.atOnce,
          savesOf(whose(row, clinic), submissions),
          SECONDS,
        );
        if (done === 0) throw new Error(`${row.name} saved none of ${times.length}.`);
        if (round === 0) continue;
        row.times.push(...times);
        row.rates.push((done / all) * 1000);
        row.refused += times.length - done;
      }
    });
  }
  return rows.map(({ rates, ...row }) => ({ ...row, rate: median(rates) }));
}

/** Transactions that write, one a save: counted by Postgres itself around a few saves over HTTP. */
async function transactionsASave({ url, sql, people }, submissions) {
  const written = async () => {
    const [{ n }] =
      await sql`select count(distinct xmin::text)::int as n from audit_event where event = 'answer.saved'`;
    return n;
  };
  const few = savesOf(whose({ name: 'Foyer' }, { people }).slice(0, 20), submissions).slice(0, 20);
  const before = await written();
  for (const { person, text } of few)
    await ask(`${url}/forms/4/c1/save`, {
      cookie: cookieOf(person),
      form: { C1: text, 'base-C1': '999999', intent: 'continue' },
    });
  const [{ apart }] = await sql`
    select count(*)::int as apart from answer a join submission s on s.id = a.submission_id
    where a.question = 'C1' and a.client_id = any(${few.map(({ clientId }) => clientId)}::uuid[])
      and a.revision = (select max(revision) from answer b where b.submission_id = a.submission_id and b.question = 'C1')
      and a.xmin::text <> s.xmin::text`;
  return { saves: few.length, transactions: (await written()) - before, apart };
}

export async function run(room) {
  const clinic = await openClinic(room, 'scripts/bench/saving/on-the-database.ts');
  const rows = await clinic.sql`select id, client_id from submission`;
  const submissions = new Map(rows.map(({ id, client_id }) => [client_id, id]));
  const measured = await measure(clinic, submissions);
  say();
  say(`Saving a page of ${LONG} characters, ${CONNECTIONS} connections:`);
  say();
  say(rateTable('saves', measured));
  say();
  const { saves, transactions, apart } = await transactionsASave(clinic, submissions);
  say(
    `${saves} saves over HTTP wrote in ${transactions} transactions: the answer, the intake and the record in one each${apart === 0 ? '' : `, but for ${apart}`}.`,
  );
  const short = [
    ...shortOf(measured, ''),
    ...(transactions === saves && apart === 0 ? [] : ['a page is saved in more than one transaction']),
  ];
  say(short.length === 0 ? 'Every aim is met.' : ['Short of the aims:', ...short].join('\n  '));
}
