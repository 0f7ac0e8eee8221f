// D-03: one page in two windows. What is typed in one is kept without being scored, flagged or seen by staff, and never over what was typed in the other.
import { as } from '@/db/client';
import { draftOf, keepDraft } from '@/lib/accounts/form-draft';
import { dealWithAside, ownAsides, setAside } from '@/lib/accounts/typed-elsewhere';
import { OPENED_ON, stampOf, THIS_PAGE } from '@/lib/accounts/written';
import { newId } from '@/lib/env/ids';
import { draftKey } from '@/lib/forms/unsaved-text';
import { savePage } from '@/lib/onboarding/save-page';
import { expect, test } from '@/tests/support/database';
import { aClient } from '@/tests/support/people';
import { type Client, firstSection, openMadeUpClinic } from './made-up-intake';
import { posted } from './posted';

test.beforeAll(async ({ database }) => {
  await openMadeUpClinic(database);
});

const KEY = draftKey('4', 'c1');
/** Each window is an id, as a page makes it; called by a name here. */
const WINDOWS = new Map(['one', 'two', 'later', 'elsewhere'].map((name) => [name, newId()]));
const nameOf = (id: string) => [...WINDOWS].find(([, each]) => each === id)?.[0] ?? id;
const idOf = (name: string) => WINDOWS.get(name) ?? name;
/** `openedOn`: the text that stood in the window when it was opened. */
const typed = (window: string, text: string, openedOn?: string) => ({
  [THIS_PAGE]: [idOf(window)],
  [OPENED_ON]: [openedOn === undefined ? '' : stampOf({ values: { C1: [openedOn] } })],
  'base-C1': ['0'],
  C1: [text],
});
/** What a post does: what would be lost is set aside, then this one’s draft is kept. */
const post = (client: Client, values: Record<string, string[]>) =>
  as(client, async (tx) => {
    await setAside(tx, client.id, KEY, values);
    await keepDraft(tx, client.id, KEY, { values, errors: [] });
  });
const aside = async (client: Client) =>
  (await ownAsides(client, KEY)).map(({ id, draft }) => [nameOf(id), draft.values.C1?.[0]]);

test('the older of two windows writes nothing over the newer one’s text: both are kept', async () => {
  const client = await aClient();
  await post(client, typed('one', 'First'));
  await post(client, typed('two', 'Second'));
  expect(await aside(client)).toEqual([['one', 'First']]);
  await post(client, typed('one', 'First, and more'));
  // What the one typed before is part of what it says now: it is not shown beside it.
  expect(await aside(client)).toEqual([['two', 'Second']]);
});

test('I-06 a window whose name was forged is nobody’s: it breaks nothing', async () => {
  const client = await aClient();
  for (const forged of ['a\u0000b', '\ud800', '%', 'x'.repeat(10_000), '__proto__']) {
    await post(client, typed(forged, 'Forged'));
    await post(client, typed('one', 'First'));
    // What stood in a window of ours is kept; the forged one has no name to be kept under.
    expect((await aside(client)).filter(([window]) => window !== 'one')).toEqual([]);
  }
});

test('one window goes on over its own text, and over the text it was opened with', async () => {
  const client = await aClient();
  await post(client, typed('one', 'First'));
  await post(client, typed('one', 'First, and more'));
  await post(client, typed('later', 'All of it', 'First, and more'));
  await post(client, typed('elsewhere', 'All of it'));
  expect(await aside(client)).toEqual([]);
});

test('a window that was opened on an older text writes nothing over what was typed since, in whichever window', async () => {
  const client = await aClient();
  await post(client, typed('one', 'First'));
  await post(client, typed('one', 'First, and more'));
  await post(client, typed('later', 'First, and other', 'First'));
  expect(await aside(client)).toEqual([['one', 'First, and more']]);
});

test('two windows that keep at the same moment lose neither text', async () => {
  const client = await aClient();
  const texts = ['one', 'two', 'later', 'elsewhere'];
  await Promise.all(texts.map((window) => post(client, typed(window, `In ${window}`))));
  const draft = await as(client, (tx) => draftOf(tx, client.id, KEY));
  const all = [draft?.values.C1?.[0], ...(await aside(client)).map(([, text]) => text)];
  expect(all.sort()).toEqual(texts.map((window) => `In ${window}`).sort());
});

test('what was set aside goes back into the form, and what stood there is set aside instead; or it is removed', async () => {
  const client = await aClient();
  await post(client, typed('one', 'First'));
  await post(client, typed('two', 'Second'));
  await dealWithAside(client, KEY, idOf('one'), true);
  expect(await aside(client)).toEqual([['two', 'Second']]);
  await dealWithAside(client, KEY, idOf('two'), false);
  await dealWithAside(client, KEY, idOf('two'), true);
  expect(await aside(client)).toEqual([]);
});

test('what another window typed survives an answer saved in this one', async ({ database }) => {
  const client = await aClient();
  await firstSection(client);
  // As if every document were signed: the way here is another test’s matter.
  const values = typed('one', 'Typed elsewhere');
  await as(client, (tx) => keepDraft(tx, client.id, KEY, { values, errors: [] }));
  await savePage(client, '/forms/4/c1', {
    ...{ section: '4', page: 'c1', bases: new Map(), keeps: false },
    ...{ posted: posted({ C1: 'Saved here' }), typed: typed('two', 'Saved here') },
  });
  expect(await aside(client)).toEqual([['one', 'Typed elsewhere']]);
  const stored = await database.ownerSql`select content from form_draft where account_id = ${client.id}`;
  expect(JSON.stringify(stored)).not.toContain('Typed');
});

test('what is only typed is no answer: no revision, no flag, no notice, and nothing that staff can read', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  const before =
    await database.ownerSql`select count(*)::int as n from answer where client_id = ${client.id}`;
  const done = await savePage(client, '/forms/5/j3', {
    ...{ section: '5', page: 'j3', bases: new Map(), keeps: true },
    ...{ posted: posted({ J3: 'past-3-months' }), typed: { J3: ['past-3-months'] } },
  });
  expect(done).toMatchObject({ ok: true, kept: true });
  const values = { J3: ['past-3-months'] };
  await as(client, (tx) => keepDraft(tx, client.id, draftKey('5', 'j3'), { values, errors: [] }));
  const [counted] = await database.ownerSql`select
    (select count(*)::int from answer where client_id = ${client.id}) as answers,
    (select count(*)::int from flag where client_id = ${client.id}) as flags,
    (select count(*)::int from notice where account_id = ${client.id}) as notices`;
  expect(counted).toEqual({ answers: before[0]?.n, flags: 0, notices: 0 });
  for (const roles of [['clinician'], ['lead'], ['front-desk'], ['admin']] as const) {
    const seen = await as({ kind: 'staff', id: newId(), roles }, (tx) =>
      tx.query.formDraft.findMany({ where: (row, { eq }) => eq(row.accountId, client.id) }),
    );
    expect(seen, roles[0]).toEqual([]);
  }
});
