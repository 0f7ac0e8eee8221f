// What somebody may try at the door of a booking, over HTTP: whatever a form says, the server decides, and once.

import type postgres from 'postgres';
import { Temporal } from 'temporal-polyfill';
import { newId } from '@/lib/env/ids';
import {
  type Client,
  freeTimes,
  madeUpClient,
  madeUpClinician,
  referenceOf,
} from '../lib/scheduling/made-up-clinic';
import { askingAs } from '../support/asking';
import { signedIn } from '../support/sessions';
import { expect, test } from '../support/site-door';

/** Where no clinician of the demo may see anybody, so that nobody else meets these. */
const REGION = 'GB-NIR';
const HOUR = 3_600_000;
const made: string[] = [];

async function clinicianFor(sql: postgres.Sql, changes: Parameters<typeof madeUpClinician>[1] = {}) {
  const id = await madeUpClinician(sql, { regions: [REGION], ...changes });
  made.push(id);
  return { id, reference: await referenceOf(id) };
}

const clientFor = (sql: postgres.Sql, email?: string) =>
  madeUpClient(sql, { region: REGION, ...(email && { email }) });

test.afterAll(async ({ ownerSql: sql }) => {
  for (const table of ['appointment', 'clinician_time', 'availability_rule'])
    await sql`delete from ${sql(table)} where clinician_id = any(${made})`;
  await sql`delete from clinician where id = any(${made})`;
  await sql`delete from staff_member where id = any(${made})`;
});

/** What a client's browser does: posts a booking, which leads somewhere, and asks for pages. */
async function someone(url: string, client: Client) {
  const cookie = `foyer=${await signedIn(client)}`;
  const book = async (
    fields: Record<string, string>,
    more: Record<string, string> = {},
    patience = 5,
  ): Promise<string> => {
    const answer = await fetch(`${url}/schedule/book`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
      headers: { Cookie: cookie, Origin: url, ...more },
    });
    // Turned away because too many stand at the door: they press again.
    if (answer.status === 503 && patience > 0) return book(fields, more, patience - 1);
    expect(answer.status).toBe(303);
    return answer.headers.get('location') ?? '';
  };
  const page = async (path: string) => (await fetch(url + path, { headers: { Cookie: cookie } })).text();
  return { book, page };
}

const written = (at: Date) => `${at.toISOString().slice(0, 16)}Z`;
const problemIn = (to: string) => new URL(to, 'http://localhost').searchParams.get('problem');

test('B-06: the same form sent fifty times is one appointment and one mail', async ({
  site,
  mailbox,
  ownerSql: sql,
}) => {
  const email = `${newId()}@example.org`;
  const clinician = await clinicianFor(sql);
  const client = await clientFor(sql, email);
  const { book } = await someone(site.url, client);
  const [slot] = await freeTimes(clinician.id);
  const fields = {
    ...{ with: clinician.reference, at: written(slot?.startsAt ?? new Date(0)) },
    ...{ zone: 'Europe/London', token: newId() },
  };
  const led = await Promise.all(Array.from({ length: 50 }, () => book(fields)));
  expect([...new Set(led)]).toEqual(['/schedule/booked']);
  expect(await sql`select 1 from appointment where client_id = ${client.id}`).toHaveLength(1);
  expect(await sql`select 1 from notice where account_id = ${client.id}`).toHaveLength(1);
  await mailbox.next(email);
  expect(await mailbox.to(email)).toHaveLength(1);
});

test('B-09: where the practice’s clock and the client’s differ, page and mail tell of the same instant', async ({
  site,
  mailbox,
  ownerSql: sql,
}) => {
  const email = `${newId()}@example.org`;
  const clinician = await clinicianFor(sql);
  const client = await clientFor(sql, email);
  const { book, page } = await someone(site.url, client);
  const at = (await freeTimes(clinician.id))[3]?.startsAt ?? new Date(0);
  const fields = { with: clinician.reference, at: written(at), zone: 'Asia/Tokyo', token: newId() };
  expect(await book(fields)).toBe('/schedule/booked');

  const inTokyo = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', ...options }).format(at);
  const time = inTokyo({ hour: 'numeric', minute: '2-digit', hourCycle: 'h12' }).replace(
    '12:00 am',
    '12 midnight',
  );
  const date = inTokyo({ day: 'numeric', month: 'long' });
  const html = await page('/schedule/booked');
  expect(html).toContain(`dateTime="${at.toISOString()}"`);
  for (const said of [html, (await mailbox.next(email)).text]) {
    expect(said).toContain(date);
    expect(said).toContain(time);
    expect(said).toContain('Japan Standard Time');
  }
});

test('B-07: a time the clocks skip is not offered, and forged it is refused', async ({
  site,
  ownerSql: sql,
}) => {
  const next = Temporal.Now.zonedDateTimeISO('Europe/London');
  let change = next.getTimeZoneTransition('next');
  while (change && change.offsetNanoseconds <= next.offsetNanoseconds)
    change = change.getTimeZoneTransition('next');
  if (!change) throw new Error('London no longer changes its clocks.');
  // Open from 01:00 to 02:00, which that night does not have.
  const clinician = await clinicianFor(sql, {
    ...{ from: '01:00', until: '02:00', horizon: 370, session: 50, after: 10 },
  });
  const client = await clientFor(sql);
  const { book } = await someone(site.url, client);
  const night = change.toPlainDate().toString();
  const offered = (await freeTimes(clinician.id)).map(({ startsAt }) => startsAt.toISOString());
  expect(offered.length).toBeGreaterThan(300);
  expect(offered.filter((at) => at.startsWith(night))).toEqual([]);
  // As clocks that go on, or stay behind, would write it; and as it stands on no clock at all.
  for (const at of [`${night}T01:00Z`, `${night}T00:00Z`, `${night}T01:00`, `${night}T01:00+00:00`]) {
    const to = await book({ with: clinician.reference, at, zone: 'Europe/London', token: newId() });
    expect(problemIn(to), at).toBe('not-offered');
  }
  expect(await sql`select 1 from clinician_time where clinician_id = ${clinician.id}`).toHaveLength(0);
});

test('B-10 and B-12: past, too soon, off the grid, somebody else’s: refused by name, whatever day the browser thinks it is', async ({
  site,
  ownerSql: sql,
}) => {
  const clinician = await clinicianFor(sql, { from: '00:00', until: '24:00' });
  const elsewhere = await clinicianFor(sql, { regions: ['US-CA'] });
  const client = await clientFor(sql);
  const { book } = await someone(site.url, client);
  const at = (await freeTimes(clinician.id))[0]?.startsAt ?? new Date(0);
  const hoursFrom = (hours: number) => written(new Date(at.getTime() + hours * HOUR));
  const good = { with: clinician.reference, at: written(at), zone: 'Europe/London', token: newId() };
  const cases: [string, Record<string, string>, string][] = [
    ['yesterday', { at: hoursFrom(-48) }, 'too-soon'],
    ['a day sooner than may be', { at: hoursFrom(-24) }, 'too-soon'],
    ['off the grid', { at: hoursFrom(0.5) }, 'not-offered'],
    ['past the horizon', { at: hoursFrom(24 * 60) }, 'not-offered'],
    ['with nobody', { with: 'f00f00f00f00' }, 'not-offered'],
    ['without a licence there', { with: elsewhere.reference }, 'cannot-see'],
    ['in no zone', { zone: 'Mars/Base' }, 'not-offered'],
  ];
  for (const [what, changes, problem] of cases) {
    const yesterday = new Date(Date.now() - 24 * HOUR).toUTCString();
    const to = await book({ ...good, ...changes }, { Date: yesterday });
    expect(problemIn(to), what).toBe(problem);
  }
  expect(await sql`select 1 from appointment where client_id = ${client.id}`).toHaveLength(0);
  expect(await book(good)).toBe('/schedule/booked');
});

test('Z-10 before every agreement is signed no time is shown, checked, booked or waited for, by page or by route', async ({
  site,
  ownerSql: sql,
}) => {
  const clinician = await clinicianFor(sql);
  const at = written((await freeTimes(clinician.id))[0]?.startsAt ?? new Date(0));
  const wanted = { with: clinician.reference, at, zone: 'Europe/London' };
  const signed = ['electronic-records', 'privacy', 'information', 'agreement', 'video', 'fees'];
  const needed = signed.filter((slug) => slug !== 'privacy' && slug !== 'information');
  for (const missing of [...needed, 'all of them']) {
    const left = missing === 'all of them' ? [] : signed.filter((slug) => slug !== missing);
    const client = await madeUpClient(sql, { region: REGION, signed: left });
    const asking = askingAs(site.url, await signedIn(client));
    for (const path of ['/schedule', `/schedule/check?${new URLSearchParams(wanted)}`, '/schedule/waiting']) {
      const answer = await asking.get(path);
      expect({ status: answer.status, to: answer.to }, `${path} without ${missing}`).toMatchObject({
        status: 307,
        // The page of times, which leads on itself, or what is still to sign.
        to: expect.stringMatching(/^\/(schedule$|home|documents\/)/),
      });
      expect(answer.text, path).not.toMatch(/Book this appointment|href="\/schedule\/check/);
    }
    const token = newId();
    for (const [path, fields] of [
      ['/schedule/book', { ...wanted, token }],
      ['/schedule/move', { ...wanted, token, moving: 'yes' }],
      ['/schedule/waiting/join', { weekday: '1', part: 'evening', zone: 'Europe/London', weeks: '4' }],
    ] as const)
      expect((await asking.post(path, fields)).status, `${path} without ${missing}`).toBe(303);
    for (const table of ['appointment', 'waitlist_entry'])
      expect(await sql`select 1 from ${sql(table)} where client_id = ${client.id}`, missing).toHaveLength(0);
  }
  // The same form of somebody who has signed is taken.
  const { book } = await someone(site.url, await clientFor(sql));
  expect(await book({ ...wanted, token: newId() })).toBe('/schedule/booked');
});
