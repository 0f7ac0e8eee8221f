// Somebody the clinic cannot take is told so at once, is asked nothing more, and what they gave is deleted in a day.
import { as } from '@/db/client';
import { clock, shiftClock } from '@/lib/env/clock';
import { forgetSubmission } from '@/lib/forms/forget-submission';
import { notForUs } from '@/lib/forms/not-for-us';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aClient } from '@/tests/support/people';
import { bornAgo, type Client, openMadeUpClinic, save } from './made-up-intake';

test.beforeAll(async ({ database }) => {
  await openMadeUpClinic(database);
});

const noted = async (database: TestDatabase, client: Client) =>
  (await database.ownerSql`select not_for_us_at from submission where client_id = ${client.id}`)[0]
    ?.not_for_us_at;
const why = (client: Client) => as(client, (tx) => notForUs(tx, client.id));

test('under 18: nothing more is asked, and a job forgets it after 24 hours', async ({ database }) => {
  const client = await aClient();
  expect(await save(client, '1', 'b3', bornAgo(17))).toMatchObject({ ok: true, notForUs: true });
  expect(await why(client)).toBe('under-18');
  expect(await noted(database, client)).not.toBeNull();
  expect(await save(client, '1', 'b1', { B1: 'Ash' })).toEqual({ ok: false, reason: 'not-for-us' });
  const [job] = await database.ownerSql`select data, start_after from pgboss.job
    where name = 'submission.forget' and data->>'clientId' = ${client.id}`;
  expect(Object.keys(job?.data).sort()).toEqual(['clientId', 'submissionId']);
  expect(Math.abs(new Date(job?.start_after).getTime() - clock.now().getTime() - 86_400_000)).toBeLessThan(
    60_000,
  );
});

test('a danger sign nobody has closed outlives the day, with how to reach them and nothing else', async ({
  database,
}) => {
  const client = await aClient();
  await save(client, '1', 'a1', { A1: 'only-me' });
  await save(client, '4', 'c1', { C1: 'Made-up words' });
  await save(client, '5', 'j3', { J3: 'past-3-months' });
  await save(client, '1', 'b3', bornAgo(17));
  const [intake] = await database.ownerSql`select id from submission where client_id = ${client.id}`;
  shiftClock(25 * 3_600_000);
  try {
    await forgetSubmission({ submissionId: intake?.id, clientId: client.id });
  } finally {
    shiftClock(0);
  }
  const left =
    await database.ownerSql`select question from answer where client_id = ${client.id} order by question`;
  expect(left.map(({ question }) => question)).toEqual(['A1', 'J3']);
  expect(await database.ownerSql`select id from flag where client_id = ${client.id}`).toHaveLength(1);
  const jobs = await database.ownerSql`select id from pgboss.job
    where name = 'submission.forget' and data->>'clientId' = ${client.id}`;
  expect(jobs, 'and it is looked at again').toHaveLength(2);
});

test('18 today is old enough, and a slip in the date can be put right', async ({ database }) => {
  const adult = await aClient();
  expect(await save(adult, '1', 'b3', bornAgo(18, -1))).toMatchObject({ ok: true, notForUs: false });
  const slip = await aClient();
  await save(slip, '1', 'b3', bornAgo(10));
  expect(await save(slip, '1', 'b3', bornAgo(40), 1)).toMatchObject({ ok: true, notForUs: false });
  expect(await noted(database, slip)).toBeNull();
  expect(await save(slip, '1', 'b1', { B1: 'Ash' })).toMatchObject({ ok: true });
});

test('nobody licensed there: told as soon as the region is known, not before', async ({ database }) => {
  const client = await aClient();
  expect(await save(client, '1', 'a8', { A8: 'US' })).toMatchObject({ notForUs: false });
  expect(await save(client, '1', 'a8-us', { 'A8-us': 'US-CA' })).toMatchObject({ notForUs: true });
  expect(await why(client)).toBe('nobody-there');
  expect(await save(client, '1', 'a8-us', { 'A8-us': 'US-NY' }, 1)).toMatchObject({ notForUs: false });
  expect(await noted(database, client)).toBeNull();
  await save(client, '1', 'a8-us', { 'A8-us': 'US-CA' }, 2);
  // The right country and the wrong state: from the one the way leads to the other.
  expect(await save(client, '1', 'a8', { A8: 'US' }, 1)).toMatchObject({
    next: { slug: 'a8-us' },
    notForUs: false,
  });
  const elsewhere = await aClient();
  expect(await save(elsewhere, '1', 'a8', { A8: 'other' })).toMatchObject({ notForUs: true });
  const ireland = await aClient();
  expect(await save(ireland, '1', 'a8', { A8: 'IE' })).toMatchObject({ notForUs: false });
});

test('the record says that it happened, and not why', async ({ database }) => {
  const client = await aClient();
  await save(client, '1', 'a8', { A8: 'other' });
  const events = await database.ownerSql`select event, detail from audit_event
    where subject = ${client.id} and event = 'submission.not-for-us'`;
  expect(events).toHaveLength(1);
  expect(Object.keys(JSON.parse(events[0]?.detail))).toEqual(['submission']);
});
