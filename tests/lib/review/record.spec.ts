// The record is read by who keeps it, and reading it is on it; it says from where staff acted; a client can be given who has read.
import { readFileSync } from 'node:fs';
import { as } from '@/db/client';
import { auditEvent } from '@/db/schema';
import { keepSession } from '@/lib/accounts/keep-session';
import { sessionOf } from '@/lib/accounts/session';
import { newSecret } from '@/lib/accounts/sign-in-secrets';
import { STAFF_SESSION_DAYS, sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { EVENTS } from '@/lib/audit/events';
import { readCalendar } from '@/lib/calendar/calendar';
import { shiftClock } from '@/lib/env/clock';
import { verifyEvidence } from '@/lib/evidence/verify-evidence';
import { csvOf } from '@/lib/review/csv';
import { deviceInWords } from '@/lib/review/device-in-words';
import { readQueue } from '@/lib/review/queue';
import { readReads } from '@/lib/review/reads-of';
import type { RecordAsked } from '@/lib/review/record-asked';
import { eventsOf, RECORD_GROUPS } from '@/lib/review/record-groups';
import { LINES_A_PAGE, type RecordLine, readRecord } from '@/lib/review/record-list';
import { readSubmission } from '@/lib/review/submission-file';
import { verifyNow, whenVerified } from '@/lib/review/verify-now';
import { expect, type TestDatabase, test } from '../../support/database';
import { anExport, ourKeys } from '../../support/evidence';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

// Of its own: it reads every line there is, and breaks one.
test.describe.configure({ mode: 'serial' });

const IP = '203.0.113.7';
const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
let team: Team;
let intake: Intake;

test.beforeAll(async () => {
  team = await theTeam();
  intake = await anIntake({ J2: 'yes' });
});
test.afterEach(() => shiftClock(0));

/** The same member of staff, signed in from a marked place. */
async function signedIn(staff: Staff, email: string): Promise<Staff> {
  const token = newSecret();
  const where = { ip: IP, userAgent: BROWSER, by: 'code' as const };
  await keepSession({ accountId: staff.id, kind: 'staff', email, token, ...where });
  const session = await sessionOf(token);
  if (!session) throw new Error('nobody is signed in');
  return { ...staff, session: session.id };
}

const lines = async (asked: RecordAsked, actor: Staff = team.lead): Promise<RecordLine[]> =>
  (await readRecord(actor, asked))?.lines ?? [];

test('only who keeps the record reads it: the lead and admins', async () => {
  for (const actor of [team.clinician, team.frontDesk]) {
    expect(await readRecord(actor, {})).toBeNull();
    expect(await readReads(actor, intake.reference, 'page')).toBeNull();
    expect(await verifyNow(actor)).toEqual({ ok: false, reason: 'not-allowed' });
  }
  for (const actor of [team.lead, team.admin]) expect(await readRecord(actor, {})).not.toBeNull();
});

test('a line says from which sign-in a member of staff acted, and where that was, to who keeps the record alone', async ({
  database,
}) => {
  const desk = await signedIn(team.frontDesk, 'frontdesk@demo.example');
  await readSubmission(desk, intake.reference);
  const [line] = await lines({ client: intake.reference, who: desk.id });
  expect(line).toMatchObject({ event: 'submission.read', from: { ip: IP, device: 'Firefox, Windows' } });
  const [row] = await database.ownerSql`select session_id from audit_event where id = ${line?.id ?? ''}`;
  expect(row?.session_id).toBe(desk.session);
  const places = await as(desk, (tx) =>
    tx.execute(`select * from foyer.places_of_sessions(array['${desk.session}']::uuid[])`),
  );
  expect(places, 'front desk asks the database').toHaveLength(0);
  const sealed = await database.ownerSql`select ip, user_agent from session where id = ${desk.session ?? ''}`;
  expect(JSON.stringify(sealed)).not.toContain(IP);
});

test('a client’s own lines name no sign-in, whatever they act from', async ({ database }) => {
  const [found] = await database.ownerSql`
    select count(*)::int as many from audit_event where actor_kind <> 'staff' and session_id is not null`;
  expect(found?.many).toBe(0);
});

test('a sign-in of staff is kept as long as the record may name it, and a client’s for a day', async ({
  database,
}) => {
  const desk = await signedIn(team.frontDesk, 'frontdesk@demo.example');
  const there = async () =>
    (await database.ownerSql`select id from session where id = ${desk.session ?? ''}`).length;
  shiftClock(100 * 86_400_000);
  await sweepAccounts();
  expect(await there()).toBe(1);
  shiftClock((STAFF_SESSION_DAYS + 2) * 86_400_000);
  await sweepAccounts();
  expect(await there()).toBe(0);
});

test('it is narrowed by person, kind, client and day, and what makes no sense is ignored', async () => {
  await readSubmission(team.clinician, intake.reference);
  await readQueue(team.admin, {});
  const all = await lines({ client: intake.reference });
  expect(all.every(({ about }) => about.kind !== 'client' || about.reference === intake.reference)).toBe(
    true,
  );
  expect(
    all.some(({ event }) => event === 'submission.listed'),
    'a list that showed them',
  ).toBe(true);
  const read = await lines({ client: intake.reference, group: 'reading', who: team.clinician.id });
  expect(new Set(read.map(({ event }) => event))).toEqual(new Set(['submission.read']));
  expect(await lines({ client: '0000000000' }), 'nobody’s reference').toEqual([]);
  expect(await lines({ to: '2020-01-01' })).toEqual([]);
  expect(await lines({ client: 'x' }), 'and no reference at all').toEqual([]);
  const odd = { who: "' or 1=1", group: 'everything', client: ' ', from: '2026-02-31', after: '5-5' };
  expect((await lines(odd)).length).toBeGreaterThan(0);
});

test('its pages go by place: the newest first, every line once, none skipped while more are written', async () => {
  const { client, reference } = await anIntake();
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await readRecord(team.lead, { client: reference, ...(after && { after }) });
    seen.push(...(page?.lines.map(({ id }) => id) ?? []));
    expect(page?.lines.length).toBeLessThanOrEqual(LINES_A_PAGE);
    after = page?.next ?? undefined;
  } while (after);
  const kept = await as(team.lead, (tx) => tx.select().from(auditEvent));
  const own = kept.filter(({ subject }) => subject === client.id).map(({ id }) => id);
  expect(own.filter((id) => !seen.includes(id))).toEqual([]);
  expect(new Set(seen).size).toBe(seen.length);
});

test('looking into the record is a line of it, with whom it was about; no answer and no name stands in any', async () => {
  await lines({ client: intake.reference }, team.admin);
  const [newest] = await lines({ who: team.admin.id, group: 'record' });
  expect(newest?.event).toBe('record.read');
  const text = JSON.stringify(await lines({}));
  expect(text).not.toContain('Ash Example');
});

test('a calendar and every other list says by id whom it showed', async ({ database }) => {
  await readCalendar(team.frontDesk, {
    span: 'week',
    on: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
  });
  const [row] = await database.ownerSql`select detail from audit_event where event = 'calendar.read'
    and actor_id = ${team.frontDesk.id} order by seq desc limit 1`;
  expect(Array.isArray(JSON.parse(String(row?.detail)).clients)).toBe(true);
});

test('a client is given who read, in which role, what and when; lists once a day with how often; and no network address', async () => {
  const desk = await signedIn(team.frontDesk, 'frontdesk@demo.example');
  const { client, reference } = await anIntake();
  await readSubmission(desk, reference);
  await readQueue(desk, {});
  await readQueue(desk, {});
  const reads = await readReads(team.admin, reference, 'page');
  expect(reads?.opened).toMatchObject([{ event: 'submission.read', by: { roles: ['front-desk'] } }]);
  const inQueue = reads?.listed.filter(({ event }) => event === 'submission.listed') ?? [];
  expect(inQueue).toMatchObject([{ times: 2, by: { roles: ['front-desk'] } }]);
  expect(JSON.stringify(reads)).not.toContain(IP);
  const again = await readReads(team.admin, reference, 'file');
  expect(again?.opened[0], 'giving the list out is a reading, too').toMatchObject({ event: 'reads.read' });
  const kept = await as(team.admin, (tx) => tx.select().from(auditEvent));
  const own = kept.filter(({ subject }) => subject === client.id).map(({ event }) => event);
  expect(own.filter((event) => event.startsWith('reads.'))).toEqual(['reads.read', 'reads.exported']);
});

test('I-02 no cell of a file for a spreadsheet is a formula, whatever was typed into it', () => {
  const risky = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1', 'a"b', 'a,b\nc'];
  const cells = csvOf(
    ['one'],
    risky.map((cell) => [cell]),
  ).replace('\uFEFF', '');
  const found = [...cells.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n|$)/g)].map(([, cell]) =>
    cell?.replaceAll('""', '"'),
  );
  expect(found).toEqual(['one', ...risky.slice(0, 10).map((cell) => `'${cell}`), 'a"b', 'a,b\nc']);
});

test('a browser is called by a few words, and one that is unknown by none', () => {
  expect(deviceInWords(BROWSER)).toBe('Firefox, Windows');
  const chrome =
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36';
  expect(deviceInWords(chrome)).toBe('Chrome, Android');
  expect(deviceInWords('curl/8')).toBeNull();
});

test('an export of evidence takes the sign-ins along by id, and holds without the database', async () => {
  const desk = await signedIn(team.frontDesk, 'frontdesk@demo.example');
  await readSubmission(desk, intake.reference);
  const path = await anExport();
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(`"sessionId":"${desk.session}"`);
  expect(text).not.toContain(IP);
  expect((await verifyEvidence(path, ourKeys())).findings).toEqual([]);
});

test('P-06 verified now, it holds; a line changed behind its back, also its sign-in, is named', async ({
  database,
}) => {
  const desk = await signedIn(team.frontDesk, 'frontdesk@demo.example');
  await readSubmission(desk, intake.reference);
  expect(await verifyNow(team.admin)).toEqual({ ok: true });
  expect(await whenVerified(team.lead)).toMatchObject({ broken: 0, first: [] });
  const [row] = await behind(database, intake.client.id);
  expect(await verifyNow(team.lead)).toEqual({ ok: true });
  expect(await whenVerified(team.admin)).toMatchObject({
    broken: 1,
    first: [{ subject: intake.client.id, seq: row?.seq, why: 'changed' }],
  });
});

/** Takes the sign-in out of the client’s newest line that has one, as an owner of the database could. */
const behind = ({ superuserSql }: TestDatabase, subject: string) =>
  superuserSql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    return sql`update audit_event set session_id = null where id = (
      select id from audit_event where subject = ${subject} and session_id is not null order by seq desc limit 1)
      returning seq`;
  });

test('whatever can happen stands in a group one can ask for', () => {
  const grouped = new Set(RECORD_GROUPS.flatMap((group) => eventsOf(group)));
  expect(EVENTS.filter((event) => !grouped.has(event))).toEqual([]);
});
