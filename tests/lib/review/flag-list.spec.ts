// The list of flags: the most pressing first, each with its answer and nothing else of a draft; taking over, tries and outcomes that say enough.
import { as } from '@/db/client';
import { clock, shiftClock } from '@/lib/env/clock';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { addAttempt } from '@/lib/review/add-attempt';
import { closeFlag } from '@/lib/review/close-flag';
import { FLAGS_A_PAGE, readFlags } from '@/lib/review/flag-list';
import { flagsOf } from '@/lib/review/flags-of';
import { readQueue } from '@/lib/review/queue';
import { takeOverFlag } from '@/lib/review/take-over-flag';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aClient, aStaffMember } from '@/tests/support/people';
import { firstSection, openMadeUpClinic, save } from '../forms/made-up-intake';

// Of its own: it reads every flag there is.

type Staff = Awaited<ReturnType<typeof aStaffMember>>;
let lead: Staff;
let clinician: Staff;

test.beforeAll(async ({ database }) => {
  ({ lead, clinician } = await openMadeUpClinic(database));
});
test.afterEach(() => shiftClock(0));
// Whoever led here leads in no other test.
test.afterAll(
  ({ database }) =>
    database.ownerSql`update staff_member set roles = '{front-desk}' where name like 'Sam Sample%' and 'lead' = any (roles)`,
);

async function flagged(database: TestDatabase, page: string, answer: Record<string, string>) {
  const client = await aClient();
  await firstSection(client);
  await save(client, '2', 'a4', { A4: 'site' });
  await save(client, '4', 'c1', { C1: 'marked-elsewhere' });
  await save(client, '5', page, answer);
  const [flag] = await database.ownerSql`select id from flag where client_id = ${client.id}`;
  const [file] = await database.ownerSql`select id, reference from submission where client_id = ${client.id}`;
  return { client, flagId: String(flag?.id), reference: String(file?.reference), file: String(file?.id) };
}
/** The ids on every page of the list, in order. */
async function all(actor: Staff, show?: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const list = await readFlags(actor, { ...(show && { show }), ...(after && { after }) });
    ids.push(...(list?.rows.map(({ flag }) => flag.id) ?? []));
    after = list?.next ?? undefined;
  } while (after);
  return ids;
}

test('Z-03 front desk and admins have no list of flags, and the database gives them nothing of one', async ({
  database,
}) => {
  const { client, flagId, file } = await flagged(database, 'j4', { J4: 'yes' });
  for (const role of ['front-desk', 'admin'] as const) {
    const staff = await aStaffMember(role);
    expect(await readFlags(staff, {})).toBeNull();
    expect(await as(staff, (tx) => flagsOf(tx, [file]))).toEqual([]);
    for (const table of ['flag', 'flag_event', 'flag_escalation'])
      expect(await as(staff, (tx) => tx.execute(`select * from ${table}`)), table).toHaveLength(0);
    expect(await takeOverFlag(staff, { reference: 'whatever', flagId })).toEqual({
      ok: false,
      reason: 'unknown',
    });
  }
  expect(await as(client, (tx) => tx.execute('select * from flag_event'))).toHaveLength(0);
});

test('of an unsent draft the list shows the flagged answer and how to reach the person, and nothing else of it', async ({
  database,
}) => {
  const { flagId } = await flagged(database, 'j1', { J1: 'no' });
  const rows = (await readFlags(clinician, {}))?.rows ?? [];
  const row = rows.find(({ flag }) => flag.id === flagId) ?? null;
  const found =
    row ?? (await readFlags(clinician, { show: 'mine' }))?.rows.find(({ flag }) => flag.id === flagId);
  const shown = JSON.stringify(found ?? null);
  expect(found?.flag.given).toMatchObject({ question: 'J1', state: 'answered', value: 'no' });
  expect(found?.unsent).toBe(true);
  expect(found?.worried).toBe('site');
  expect(shown).not.toContain('marked-elsewhere');
  const [line] = await database.ownerSql`
    select detail from audit_event where event = 'flag.listed' and actor_id = ${clinician.id} order by seq desc limit 1`;
  expect(JSON.parse(line?.detail)).toMatchObject({ show: 'open' });
});

test('the urgent come first, then by when they are due; what somebody has seen goes behind; pages skip nobody', async ({
  database,
}) => {
  const [ambers, urgents]: [string[], string[]] = [[], []];
  for (let count = 0; count <= FLAGS_A_PAGE / 2; count += 1) {
    const { client, flagId } = await flagged(database, 'j4', { J4: 'yes' });
    await save(client, '5', 'j1', { J1: 'not-sure' });
    const [amber] =
      await database.ownerSql`select id from flag where client_id = ${client.id} and level = 'amber'`;
    urgents.push(flagId);
    ambers.push(String(amber?.id));
  }
  const seen = await flagged(database, 'j4', { J4: 'yes' });
  await acknowledgeFlag(lead, seen);
  const ids = await all(clinician);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining([...ambers, ...urgents, seen.flagId]));
  const place = (id: string) => ids.indexOf(id);
  expect(Math.max(...urgents.map(place))).toBeLessThan(Math.min(...ambers.map(place)));
  expect(place(seen.flagId)).toBeGreaterThan(Math.max(...ambers.map(place)));
  // The oldest of the urgent is due first.
  expect(urgents.map(place)).toEqual([...urgents.map(place)].sort((a, b) => a - b));
  expect(await all(lead, 'mine')).toContain(seen.flagId);
  expect(await all(clinician, 'mine')).not.toContain(seen.flagId);
  expect(await all(clinician, 'late')).not.toContain(urgents[0]);
  shiftClock(7 * 24 * 3_600_000);
  expect(await all(clinician, 'late')).toContain(urgents[0]);
  expect(await all(clinician, 'late')).not.toContain(seen.flagId);
  shiftClock(0);
  expect(
    (await readFlags(clinician, { after: '9_x_y', show: 'whatever' }))?.show,
    'nonsense is ignored',
  ).toBe('open');
});

test('a flag is handed over, tried, and closed only with what its outcome needs; each line stands and is sealed', async ({
  database,
}) => {
  const { flagId, reference, file, client } = await flagged(database, 'j4', { J4: 'yes' });
  const asked = { reference, flagId };
  const other = await aStaffMember('clinician');
  const now = clock.now();
  const trying = (actor: Staff, at = now) =>
    addAttempt(actor, { ...asked, way: 'phone', at, note: 'marked-try' });
  const closing = (outcome: Parameters<typeof closeFlag>[1]['outcome'], more: object = {}) =>
    closeFlag(other, { ...asked, outcome, note: '', ...more });

  expect(await takeOverFlag(other, asked)).toEqual({ ok: false, reason: 'not-acknowledged' });
  expect(await trying(other)).toEqual({ ok: false, reason: 'not-acknowledged' });
  await acknowledgeFlag(clinician, asked);
  expect(await takeOverFlag(other, asked)).toEqual({ ok: true });
  expect(await takeOverFlag(other, asked), 'what is theirs stays so').toEqual({ ok: true });
  expect(await closing('could-not-reach')).toEqual({ ok: false, reason: 'attempts-missing' });
  expect(await trying(other, new Date(now.getTime() + 3_600_000))).toEqual({
    ok: false,
    reason: 'in-the-future',
  });
  expect(await trying(other, new Date(now.getTime() - 3_600_000))).toEqual({
    ok: false,
    reason: 'before-the-flag',
  });
  expect(await trying(other)).toEqual({ ok: true });
  expect(await trying(other), 'pressed twice, it is written once').toEqual({ ok: true });
  // A try closes nothing: the client's page keeps its help, and the queue keeps the flag open.
  const [row] = (await readQueue(clinician, {})).rows.filter((each) => each.reference === reference);
  expect(row?.flags).toMatchObject([{ level: 'red-urgent', open: 1, waiting: 0 }]);
  expect(await closing('assessed')).toEqual({ ok: false, reason: 'tool-missing' });
  expect(await closing('assessed', { tool: 'C-SSRS', on: null })).toEqual({
    ok: false,
    reason: 'date-missing',
  });
  expect(await closing('assessed', { tool: 'C-SSRS', on: '2999-01-01' })).toEqual({
    ok: false,
    reason: 'in-the-future',
  });
  expect(await closing('referred')).toEqual({ ok: false, reason: 'where-missing' });
  expect(await closing('referred', { where: 'x'.repeat(201) })).toEqual({
    ok: false,
    reason: 'detail-too-long',
  });
  expect(await closing('not-a-risk')).toEqual({ ok: false, reason: 'note-missing' });
  const on = '2026-01-02';
  expect(await closing('assessed', { tool: 'marked-tool', on, where: 'left over' })).toEqual({ ok: true });
  expect(await closing('spoke')).toEqual({ ok: false, reason: 'already-closed' });
  expect(await takeOverFlag(clinician, asked)).toEqual({ ok: false, reason: 'already-closed' });

  const [state] = await as(lead, (tx) => flagsOf(tx, [file]));
  expect(state?.closed).toMatchObject({ outcome: 'assessed', detail: { tool: 'marked-tool', on } });
  expect(state?.closed?.detail).not.toHaveProperty('where');
  expect(state?.holder?.id).toBe(other.id);
  // From whom it was taken over stands at it, and they were told.
  expect(state?.takenFrom?.id).toBe(clinician.id);
  const told = await database.ownerSql`
    select account_id from notice where kind = 'flag-taken-over' and about_id = ${flagId}`;
  expect(told.map((each) => each.account_id)).toEqual([clinician.id]);
  expect(state?.attempts).toMatchObject([{ way: 'phone', note: 'marked-try' }]);
  const rows =
    await database.ownerSql`select kind, note, detail from flag_event where flag_id = ${flagId} order by at, id`;
  expect(rows.map(({ kind }) => kind)).toEqual(['acknowledged', 'taken-over', 'attempt', 'assessed']);
  expect(JSON.stringify(rows)).not.toMatch(/marked|phone/);
  const events = await database.ownerSql`
    select event from audit_event where subject = ${client.id} and event like 'flag.%' order by seq`;
  expect(events.map(({ event }) => event)).toEqual([
    ...['flag.raised', 'flag.acknowledged', 'flag.taken-over', 'flag.attempted', 'flag.closed'],
  ]);
  for (const statement of [
    "update flag_event set kind = 'spoke'",
    'delete from flag_event',
    'delete from flag_escalation',
  ])
    await expect(database.appSql.unsafe(statement), statement).rejects.toThrow(/permission denied/);
  expect(await all(clinician, 'closed')).toContain(flagId);
});
