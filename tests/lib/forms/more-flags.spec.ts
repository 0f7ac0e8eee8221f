// Totals, thoughts of death and what is left open: each sign is raised on the very save that makes it one, once, and for good.
import { as } from '@/db/client';
import { PACKS } from '@/lib/clinic/packs';
import { answersOf } from '@/lib/forms/answers-of';
import { confirmSection } from '@/lib/forms/confirm-section';
import { medicalAdvice } from '@/lib/forms/medical-advice';
import { pageByNumber, pageToShow } from '@/lib/forms/page-to-show';
import { riskRule } from '@/lib/forms/risk';
import { confirmsUnseen, newlyUnseen, savePacks, stampOfPacks } from '@/lib/forms/save-packs';
import { sectionsToCheck } from '@/lib/forms/sections-to-check';
import { settleAnswers } from '@/lib/forms/settle-answers';
import { supportFacts } from '@/lib/forms/support-facts';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { openFor } from '@/lib/vault/keys';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aClient, aStaffMember } from '@/tests/support/people';
import { type Client, firstSection, openMadeUpClinic, save } from './made-up-intake';

let lead: Awaited<ReturnType<typeof aStaffMember>>;
test.beforeAll(async ({ database }) => {
  ({ lead } = await openMadeUpClinic(database));
});

/** The rules of this client's flags, the oldest first. */
async function raised(database: TestDatabase, client: Client): Promise<string[]> {
  const rows =
    await database.ownerSql`select id, rule from flag where client_id = ${client.id} order by raised_at, id`;
  return as(client, (tx) =>
    Promise.all(
      rows.map(({ id, rule }) => openFor(tx, client.id, { table: 'flag', column: 'rule', row: id }, rule)),
    ),
  );
}

async function begun(): Promise<Client> {
  const client = await aClient();
  await firstSection(client);
  return client;
}

const group = (letters: string, from: number, figures: string) =>
  Object.fromEntries([...figures].map((figure, at) => [`${letters}${from + at}`, figure]));

const phqButNine = async (client: Client, figures: string, base = 0) => {
  await save(client, '9', 'gp1', group('Gp', 1, figures.slice(0, 4)), base);
  return save(client, '9', 'gp5', group('Gp', 5, figures.slice(4)), base);
};

test('thoughts of death raise their flag on their own Continue, and show the support page', async ({
  database,
}) => {
  for (const [value, rule] of [
    ['1', 'Gp9-some-days'],
    ['2', 'Gp9-often'],
    ['3', 'Gp9-often'],
  ] as const) {
    const client = await begun();
    expect(await save(client, '9', 'gp9', { Gp9: value })).toMatchObject({ ok: true, support: true });
    expect(await raised(database, client)).toEqual([rule]);
    expect(await supportFacts(client)).toMatchObject({
      about: ['self-harm'],
      next: { section: '9', page: { slug: 'gp-difficulty' } },
    });
  }
});

test('an abandoned draft keeps its flag: the browser is gone, nothing was sent, and a clinician finds it', async ({
  database,
}) => {
  const client = await begun();
  await save(client, '9', 'gp9', { Gp9: '1' });
  const seen = await as({ kind: 'staff', id: lead.id, roles: ['lead'] }, (tx) => answersOf(tx, client.id));
  // Of the draft they see the flagged answer, and nothing clinical besides.
  expect(seen.get('Gp9')).toMatchObject({ state: 'answered', value: '1' });
  const [row] =
    await database.ownerSql`select level, due_at, submission_id from flag where client_id = ${client.id}`;
  expect(row).toMatchObject({ level: 'red' });
  expect(row?.due_at).not.toBeNull();
});

test('left open on its page, it is amber, once; answered later, the flag stays', async ({ database }) => {
  const client = await begun();
  expect(await save(client, '9', 'gp9', {})).toMatchObject({ ok: true, support: false });
  expect(await raised(database, client)).toEqual(['Gp9-left-open']);
  await save(client, '9', 'gp9', { Gp9: '0' }, 1);
  await save(client, '9', 'gp9', {}, 2);
  expect(await raised(database, client)).toEqual(['Gp9-left-open']);
});

test('a section skipped whole leaves it open too, and so does sending without it', async ({ database }) => {
  const skipped = await begun();
  expect(await confirmSection(skipped, '9')).toEqual({ ok: true });
  expect(await confirmSection(skipped, '9')).toEqual({ ok: true });
  expect(await raised(database, skipped)).toEqual(['Gp9-left-open']);
  // Nothing was written: it can be opened as if for the first time, and its check page says "Not provided".
  expect(await pageByNumber(skipped, '9', 1)).toBe('start');
  const [checked] = (await sectionsToCheck(skipped, '9')).sections;
  expect(checked?.state).toBe('left');
  expect(checked?.answers.every(({ state }) => state === 'not-answered')).toBe(true);

  const unopened = await begun();
  const [{ id = '' } = {}] =
    await database.ownerSql`select id from submission where client_id = ${unopened.id}`;
  await as(unopened, (tx) => settleAnswers(tx, { id, clientId: unopened.id }));
  expect(await raised(database, unopened)).toEqual(['Gp9-left-open']);
});

test('skipping any other section is no sign', async ({ database }) => {
  const client = await begun();
  for (const number of ['4', '5', '6', '7', '8', '10', '11', '12'])
    expect(await confirmSection(client, number)).toEqual({ ok: true });
  expect(await raised(database, client)).toEqual([]);
});

test('a total that grows from amber to red raises the red; touched and the same, it raises nothing anew', async ({
  database,
}) => {
  const client = await begun();
  await phqButNine(client, '22222222');
  expect(await raised(database, client)).toEqual([]);
  expect(await save(client, '9', 'gp9', { Gp9: '0' })).toMatchObject({ support: false });
  expect(await raised(database, client)).toEqual(['PHQ-9-moderately-severe']);
  const [flag] =
    await database.ownerSql`select f.id, s.reference from flag f join submission s on s.id = f.submission_id
    where f.client_id = ${client.id}`;
  const seen = { reference: flag?.reference, flagId: flag?.id };
  await acknowledgeFlag({ kind: 'staff', id: lead.id, roles: ['lead'] }, seen);
  // Another way to the same band.
  await save(client, '9', 'gp1', group('Gp', 1, '3122'), 1);
  expect(await raised(database, client)).toEqual(['PHQ-9-moderately-severe']);
  expect(await save(client, '9', 'gp1', group('Gp', 1, '3333'), 2)).toMatchObject({ support: true });
  expect(await raised(database, client)).toEqual(['PHQ-9-moderately-severe', 'PHQ-9-severe']);
  expect(await supportFacts(client)).toMatchObject({ about: ['low-mood'] });
});

test('a flag of a total shows nobody one item of an unsent draft', async ({ database }) => {
  const client = await begun();
  await phqButNine(client, '33333330');
  await save(client, '9', 'gp9', { Gp9: '0' });
  const [row] = await database.ownerSql`select question, answer_id from flag where client_id = ${client.id}`;
  expect(row).toEqual({ question: 'PHQ-9', answer_id: null });
  const seen = await as({ kind: 'staff', id: lead.id, roles: ['lead'] }, (tx) => answersOf(tx, client.id));
  expect([...seen.keys()].filter((id) => id.startsWith('Gp'))).toEqual([]);
});

test('several signs at once: the most serious leads, each rule is one flag', async ({ database }) => {
  const client = await begun();
  await phqButNine(client, '33333333');
  await save(client, '9', 'gp9', { Gp9: '3' });
  expect((await raised(database, client)).sort()).toEqual(['Gp9-often', 'PHQ-9-severe']);
  expect((await supportFacts(client)).about).toEqual(['self-harm', 'low-mood']);
});

test('alcohol, worry and what happened before: amber, and the client sees nothing more', async ({
  database,
}) => {
  const client = await begun();
  await save(client, '10', 'ha1', { Ha1: '4-a-week' });
  expect(await save(client, '10', 'ha2', { Ha2: '1-2', Ha3: 'never' })).toMatchObject({ support: false });
  await save(client, '9', 'ga1', group('Ga', 1, '3333'));
  await save(client, '9', 'ga5', group('Ga', 5, '300'));
  await save(client, '11', 'i0', { I0: 'a-little' });
  await save(client, '11', 'i2', { I2: 'yes' });
  await save(client, '11', 'ip0', { Ip0: 'yes' });
  await save(client, '11', 'ip1', { Ip1: 'yes', Ip2: 'yes', Ip3: 'yes', Ip4: 'no', Ip5: 'no' });
  await save(client, '7', 'e9', { E9: 'never' });
  const rules = await raised(database, client);
  expect(rules).toEqual(['AUDIT-C-look', 'GAD-7-severe', 'PC-PTSD-5-look', 'E9-rarely-never']);
  for (const rule of rules) expect(riskRule(rule)?.level).toBe('amber');
});

test('signs for a doctor lead to their own page and alert nobody', async ({ database }) => {
  const client = await begun();
  const given = { F5: ['bleeding', 'chest-pain'] };
  expect(await save(client, '8', 'f5', given)).toMatchObject({ ok: true, support: false, doctor: true });
  expect(await raised(database, client)).toEqual([]);
  expect(await medicalAdvice(client)).toMatchObject({ signs: ['chest-pain', 'bleeding'], country: 'US' });
  const none = await begun();
  expect(await save(none, '8', 'f5', { F5: ['none'] })).toMatchObject({ doctor: false });
});

test.describe('what a clinic leaves out', () => {
  type Off = Parameters<typeof stampOfPacks>[0];
  const switchOff = async (off: Off, from: Off = [], confirmed = confirmsUnseen(newlyUnseen(from, off))) => {
    const admin = await aStaffMember('admin');
    return savePacks(admin, { off, stamp: stampOfPacks(from), confirmed });
  };
  test.afterEach(async ({ database }) => {
    await database.ownerSql`update clinic_setting set data = data - 'packsOff'`;
  });

  test('is asked of nobody new, is no sign when it is not answered, and is "not shown" once all is sent', async ({
    database,
  }) => {
    expect(await switchOff(['PHQ-9', 'relationships'])).toEqual({ ok: true });
    const client = await begun();
    expect(await pageToShow(client, '6', 'd1')).toBeNull();
    expect(await pageToShow(client, '9', 'gp9')).toBeNull();
    expect(await save(client, '9', 'gp9', { Gp9: '3' })).toEqual({ ok: false, reason: 'no-such-page' });
    expect(await pageToShow(client, '9', 'ga1')).toMatchObject({ position: 1 });
    expect(await confirmSection(client, '6')).toEqual({ ok: false, reason: 'no-such-section' });
    await confirmSection(client, '9');
    const [{ id = '' } = {}] =
      await database.ownerSql`select id from submission where client_id = ${client.id}`;
    await as(client, (tx) => settleAnswers(tx, { id, clientId: client.id }));
    const answers = await as(client, (tx) => answersOf(tx, client.id));
    expect(answers.get('Gp9')?.state).toBe('not-shown');
    expect(answers.get('D1')?.state).toBe('not-shown');
    expect(answers.get('Ga1')?.state).toBe('not-answered');
    expect(await raised(database, client)).toEqual([]);
  });

  test('stays where it was answered before, through sending', async ({ database }) => {
    const client = await begun();
    await save(client, '6', 'd7', { D7: 'no' });
    await switchOff(['relationships']);
    const [section] = (await sectionsToCheck(client, '6')).sections;
    expect(section?.answers.map(({ question, lines }) => [question.id, lines])).toEqual([['D7', ['No']]]);
    const [{ id = '' } = {}] =
      await database.ownerSql`select id from submission where client_id = ${client.id}`;
    await as(client, (tx) => settleAnswers(tx, { id, clientId: client.id }));
    const answers = await as(client, (tx) => answersOf(tx, client.id));
    expect(answers.get('D7')).toMatchObject({ state: 'answered', value: 'no' });
    expect(answers.get('D1')?.state).toBe('not-shown');
  });

  test('never is safety, and only an admin chooses, never over somebody else’s choice', async () => {
    expect(PACKS.some((pack) => /safety|contact/.test(pack))).toBe(false);
    const clinician = await aStaffMember('clinician');
    expect(await savePacks(clinician, { off: ['mood'], stamp: 'none', confirmed: '' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(await switchOff(['mood'])).toEqual({ ok: true });
    expect(await switchOff(['health'])).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await switchOff(['mood'])).toEqual({ ok: true });
  });

  test('with danger signs in it is left out only once it was said which go unseen, and the record says which', async ({
    database,
  }) => {
    const left = async () =>
      (await database.ownerSql`select data->'packsOff' as off from clinic_setting`)[0]?.off ?? [];
    expect(newlyUnseen([], ['mood'])).toEqual(
      expect.arrayContaining(['Gp9-often', 'Gp9-some-days', 'Gp9-left-open', 'PHQ-9-severe', 'GAD-7-severe']),
    );
    expect(await switchOff(['mood'], [], '')).toEqual({ ok: false, reason: 'not-confirmed' });
    // A yes to fewer signs is no yes to these.
    const fewer = confirmsUnseen(newlyUnseen([], ['GAD-7']));
    expect(await switchOff(['mood'], [], fewer)).toEqual({ ok: false, reason: 'not-confirmed' });
    expect(await left()).toEqual([]);
    expect(await switchOff(['mood'])).toEqual({ ok: true });
    const [line] = await database.ownerSql`select detail from audit_event
      where event = 'clinic.changed' order by id desc limit 1`;
    expect(JSON.parse(line?.detail)).toMatchObject({ part: 'forms', packsOff: ['mood'] });
    expect(JSON.parse(line?.detail).unseen).toEqual(newlyUnseen([], ['mood']));
    // Nothing more goes unseen by what is within it, nor by a part that watches for nothing.
    expect(await switchOff(['mood', 'PHQ-9'], ['mood'], '')).toEqual({ ok: true });
    expect(await switchOff(['relationships', 'mood', 'PHQ-9'], ['mood', 'PHQ-9'], '')).toEqual({ ok: true });
    expect(await switchOff([], ['relationships', 'mood', 'PHQ-9'], '')).toEqual({ ok: true });
  });
});

test('what a form leads to follows what was chosen, and what is no longer shown holds nothing', async () => {
  const client = await begun();
  await save(client, '7', 'e0', { E0: ['vulva', 'penis'] });
  expect(await pageToShow(client, '7', 'e4-dryness')).not.toBeNull();
  await save(client, '7', 'e5-erection', { 'E5-erection': 'often' });
  await save(client, '7', 'e0', { E0: ['vulva'] }, 1);
  expect(await pageToShow(client, '7', 'e5-erection')).toBeNull();
  const everything = (await sectionsToCheck(client, '7')).sections[0]?.answers ?? [];
  expect(everything.some(({ question }) => question.id === 'E5-erection')).toBe(false);

  await save(client, '11', 'i0', { I0: 'in-person' });
  const answers = await as(client, (tx) => answersOf(tx, client.id));
  expect(answers.get('I0')).toMatchObject({ state: 'in-person' });
  expect(answers.get('I0')?.value).toBeUndefined();
  expect(await pageToShow(client, '11', 'i1')).toBeNull();
  await save(client, '10', 'ha1', { Ha1: 'never' });
  expect(await pageToShow(client, '10', 'ha2')).toBeNull();
});
