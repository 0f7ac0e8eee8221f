// A stranger who knows an address keeps its owner from nothing, floods nobody's mailbox, and cannot guess a code.
import { as } from '@/db/client';
import { attempt, knownNetwork } from '@/db/schema';
import { askAddressChange } from '@/lib/accounts/ask-address-change';
import { keepSession } from '@/lib/accounts/keep-session';
import { requestSignIn } from '@/lib/accounts/request-sign-in';
import { newSecret } from '@/lib/accounts/sign-in-secrets';
import { KNOWN_NETWORK_DAYS, sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { clock, shiftClock } from '@/lib/env/clock';
import { emailIndex } from '@/lib/vault/indexes';
import { expect, type TestDatabase, test } from '../../support/database';
import { aClient, aJob, openClinic } from '../../support/people';
import { anAddress, anIp, asked } from './made-up-requests';

const QUARTER = 15 * 60_000;
const DAY = 24 * 60 * 60_000;

test.beforeAll(openClinic);
test.afterEach(() => shiftClock(0));

/** Sets the clock to that quarter of an hour of tomorrow, so that a day's count begins at none and doesn't end midway. */
const atQuarter = (quarter: number) => shiftClock(DAY - (Date.now() % DAY) + quarter * QUARTER + 60_000);

const mailsTo = async ({ ownerSql }: TestDatabase, email: string): Promise<number> => {
  const [row] = await ownerSql`
    select count(*)::int as n from notice n join sign_in_request r on r.id = n.about_id where r.email_index = ${emailIndex(email)}`;
  return row?.n;
};

/** Whether this ask brought a mail. */
async function isMailed(database: TestDatabase, email: string, ip: string): Promise<boolean> {
  const before = await mailsTo(database, email);
  await asked(email, { ip });
  return (await mailsTo(database, email)) > before;
}

/** Strangers ask until the address has had all its mails of this quarter of an hour. */
async function useUp(database: TestDatabase, email: string) {
  for (let networks = 0; networks < 6; networks += 1) {
    const ip = anIp();
    for (let times = 0; times < 6; times += 1) await asked(email, { ip });
  }
  expect(await isMailed(database, email, anIp()), 'all are used up').toBe(false);
}

/** A client who has signed in from that network, by a code. */
async function whoSignedInFrom(ip: string, email = anAddress()) {
  const client = await aClient(email);
  const signIn = () =>
    keepSession({
      accountId: client.id,
      kind: 'client',
      email,
      token: newSecret(),
      by: 'code',
      ip,
      userAgent: '',
    });
  expect(await signIn()).toBe(true);
  return { client, email, signIn };
}

test('A-06 another browser that asks for the same address ends nothing of mine', async () => {
  const mine = await asked();
  for (let times = 0; times < 8; times += 1) await asked(mine.email);
  expect(await mine.prove(mine.code)).toMatchObject({ ok: true, email: mine.email });
});

test('whoever asks too often has used up their own share: the owner, elsewhere, gets their mail', async ({
  database,
}) => {
  const email = anAddress();
  const stranger = anIp();
  for (let times = 0; times < 60; times += 1) await asked(email, { ip: stranger });
  expect(await mailsTo(database, email)).toBe(6);
  expect(await isMailed(database, email, anIp())).toBe(true);
});

test('A-13 a whole /64 of IPv6 addresses is one network', async ({ database }) => {
  const email = anAddress();
  for (let last = 1; last <= 20; last += 1) await asked(email, { ip: `2001:db8:77:1::${last}` });
  expect(await mailsTo(database, email)).toBe(6);
  const answers = [];
  for (let last = 1; last <= 121; last += 1)
    answers.push(await requestSignIn({ email: anAddress(), ip: `2001:db8:77:2::${last.toString(16)}` }));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(120);
});

test('a mailbox is not flooded: from all networks 30 mails in a quarter of an hour, and 100 a day', async ({
  database,
}) => {
  test.slow();
  const email = anAddress();
  for (let quarter = 0; quarter < 4; quarter += 1) {
    atQuarter(quarter);
    for (let times = 0; times < 40; times += 1) await asked(email);
    expect(await mailsTo(database, email)).toBe(Math.min(100, (quarter + 1) * 30));
  }
});

test('from one network it is 30 mails a day', async ({ database }) => {
  const [email, ip] = [anAddress(), anIp()];
  for (let quarter = 0; quarter < 6; quarter += 1) {
    atQuarter(quarter);
    for (let times = 0; times < 7; times += 1) await asked(email, { ip });
  }
  expect(await mailsTo(database, email)).toBe(30);
});

test('strangers from everywhere do not keep somebody out where they used a code before', async ({
  database,
}) => {
  const home = anIp();
  const { email } = await whoSignedInFrom(home);
  await useUp(database, email);
  expect(await isMailed(database, email, home)).toBe(true);
});

test('a network is known for one address, by one account, and for sixty days', async ({ database }) => {
  const home = anIp();
  const { client, email } = await whoSignedInFrom(home);
  const other = await aClient();
  expect(await as(other, (tx) => tx.select().from(knownNetwork))).toEqual([]);
  expect(await as({ kind: 'bearer', secret: 'another' }, (tx) => tx.select().from(knownNetwork))).toEqual([]);
  expect(await as(client, (tx) => tx.select().from(knownNetwork))).toHaveLength(1);
  const rows = JSON.stringify(await database.superuserSql`select * from known_network`);
  for (const secret of [home, email, emailIndex(email)]) expect(rows).not.toContain(secret);
  const theirs = anAddress();
  await useUp(database, theirs);
  expect(await isMailed(database, theirs, home), 'of no use for another address').toBe(false);
  shiftClock((KNOWN_NETWORK_DAYS - 1) * DAY);
  await sweepAccounts();
  expect(await as(client, (tx) => tx.select().from(knownNetwork))).toHaveLength(1);
  shiftClock((KNOWN_NETWORK_DAYS + 1) * DAY);
  await sweepAccounts();
  expect(await as(client, (tx) => tx.select().from(knownNetwork))).toEqual([]);
});

test('a code that was used gives its network the whole share again, and no other', async ({ database }) => {
  const [home, elsewhere] = [anIp(), anIp()];
  const { email, signIn } = await whoSignedInFrom(home);
  for (let times = 0; times < 7; times += 1) for (const ip of [home, elsewhere]) await asked(email, { ip });
  expect(await isMailed(database, email, home)).toBe(false);
  await signIn();
  expect(await isMailed(database, email, home)).toBe(true);
  expect(await isMailed(database, email, elsewhere)).toBe(false);
});

test('no code fits a request that was not mailed, neither its own nor by its link, and nothing shows it', async () => {
  const [email, ip] = [anAddress(), anIp()];
  for (let times = 0; times < 6; times += 1) await asked(email, { ip });
  const unmailed = await asked(email, { ip });
  expect(await unmailed.prove(unmailed.link, 'link')).toEqual({ ok: false, reason: 'wrong' });
  for (let tries = 2; tries < 5; tries += 1)
    expect(await unmailed.prove(unmailed.code)).toEqual({ ok: false, reason: 'wrong' });
  expect(await unmailed.prove(unmailed.code)).toEqual({ ok: false, reason: 'gone' });
});

test('whoever asks once more than is mailed keeps the code that is on its way', async () => {
  const [email, ip] = [anAddress(), anIp()];
  let last = await asked(email, { ip });
  for (let times = 1; times < 6; times += 1) last = await asked(email, { ip, browser: last.browser });
  const beyond = await asked(email, { ip, browser: last.browser });
  expect(beyond.browser, 'as ever, the cookie is a new one').not.toBe(last.browser);
  expect(await last.prove(last.code), 'the cookie before it').toEqual({ ok: false, reason: 'gone' });
  expect(await beyond.prove(last.code)).toMatchObject({ ok: true });
});

test('going on with a code gives no new tries at it', async () => {
  const [email, ip] = [anAddress(), anIp()];
  let last = await asked(email, { ip });
  for (let times = 1; times < 6; times += 1) last = await asked(email, { ip, browser: last.browser });
  for (let tries = 1; tries < 5; tries += 1) await last.prove(last.wrong);
  const beyond = await asked(email, { ip, browser: last.browser });
  expect(await beyond.prove(last.wrong)).toEqual({ ok: false, reason: 'gone' });
  expect(await beyond.prove(last.code)).toEqual({ ok: false, reason: 'gone' });
});

test('A-12 a known and an unknown address leave the same behind, within the limits and beyond, also where one is known', async ({
  database,
}) => {
  const home = anIp();
  const { email: known } = await whoSignedInFrom(home);
  const left = async (email: string) => {
    await as(aJob, (tx) => tx.delete(attempt));
    const answers = [];
    for (let times = 0; times < 8; times += 1) answers.push(await requestSignIn({ email, ip: home }));
    await useUp(database, email);
    answers.push(await requestSignIn({ email, ip: anIp() }));
    const [row] = await database.ownerSql`
      select (select count(*)::int from sign_in_request where email_index = ${emailIndex(email)}) as requests,
        (select count(*)::int from attempt) as keys, (select sum(count)::int from attempt) as tries`;
    return { ...row, answers: answers.map((answer) => Object.keys(answer)) };
  };
  expect(await left(known)).toEqual(await left(anAddress()));
});

test('asking for a change of address uses the same shares, and comes to twenty a day', async ({
  database,
}) => {
  const email = anAddress();
  await useUp(database, email);
  const client = await aClient();
  const ask = (to: string) => askAddressChange(client, { email: to, inbox: null, ip: anIp() });
  expect(await ask(email)).toEqual({ ok: true });
  const [row] = await database.ownerSql`
    select count(*)::int as n from notice n join address_change c on c.id = n.about_id where c.account_id = ${client.id}`;
  expect(row?.n, 'nothing is mailed').toBe(0);
  let done = 0;
  for (let quarter = 0; quarter < 5; quarter += 1) {
    atQuarter(quarter);
    for (let times = 0; times < 6; times += 1) if ((await ask(anAddress())).ok) done += 1;
  }
  expect(done).toBe(20);
  expect(clock.now().getTime() - Date.now(), 'within one day').toBeLessThan(2 * DAY);
});
