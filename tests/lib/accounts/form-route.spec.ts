// What staff type is kept under the one key by which its page finds it; an empty box never takes its place, and there is an end to it.

// Before anything of Next: it looks for this as it is loaded.
import 'next/dist/server/node-environment-baseline.js';
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { account, submission } from '@/db/schema';
import { alone, formDraft, formDrafts, keepDraft, MOST_DRAFTS } from '@/lib/accounts/form-draft';
import { formRoute } from '@/lib/accounts/form-route';
import { IDLE_MINUTES } from '@/lib/accounts/session-limits';
import { OPENED_ON, stampOf, THIS_PAGE, WRITER } from '@/lib/accounts/written';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { openFor } from '@/lib/vault/keys';
import { openAlone } from '@/lib/vault/own-key';
import { posted } from '@/tests/support/as-a-request';
import { expect, test } from '@/tests/support/database';
import { aClient, aJob, aStaffMember } from '@/tests/support/people';
import { signedIn } from '@/tests/support/sessions';

test.afterEach(() => shiftClock(0));

/** Somebody who has begun their forms, and those forms' reference. */
async function somebody() {
  const [client, reference] = [await aClient(), newReference()];
  const now = clock.now();
  await as(client, (tx) =>
    tx.insert(submission).values({
      ...{ id: newId(), reference, clientId: client.id, definitionVersion: 'made up' },
      ...{ createdAt: now, changedAt: now },
    }),
  );
  return { client, reference };
}

const keyOf = (reference = '') => alone(`staff/submissions/${reference}/process-notes/write/`);
const write = formRoute({
  who: { staff: ['clinician'] },
  form: ({ reference }) => keyOf(reference),
  page: () => '/staff',
  boxes: () => ['note-text'],
  parse: () => ({ ok: true, input: null }),
  act: async () => ({ to: '/staff' }),
});

test('a note that is half written is kept for its page however the address is written, and once idled out no empty box takes its place', async () => {
  const [writer, { reference }] = [await aStaffMember('clinician'), await somebody()];
  const token = await signedIn(writer);
  const type = (text: string, written = reference) =>
    posted(write, token, { reference: written }, { intent: 'typing', 'note-text': text });
  const kept = async () =>
    [...(await formDrafts(writer, alone('staff/')))].map(([form, { values }]) => [form, values['note-text']]);
  const form = keyOf(reference);
  expect((await type('Begun', reference.toLowerCase())).status).toBe(303);
  expect((await posted(write, token, undefined, { intent: 'typing' })).status).toBe(303);
  expect(await kept()).toEqual([[form, ['Begun']]]);
  shiftClock((IDLE_MINUTES.staff + 1) * 60_000);
  await type('Last words');
  expect(await kept()).toEqual([[form, ['Last words']]]);
  expect((await type(' ')).status).toBe(303);
  expect(await kept()).toEqual([[form, ['Last words']]]);
});

test('staff drop what they typed and was not taken: nothing is done with it, nothing is left of it, and once idled out nothing goes', async () => {
  const [admin, done] = [await aStaffMember('admin'), [] as string[]];
  const token = await signedIn(admin);
  const refusing = formRoute<string>({
    who: { staff: ['admin'] },
    form: () => 'staff/made-up',
    page: () => '/staff/made-up',
    parse: (fields) => ({ ok: true, input: fields.one('name') }),
    act: async (_, name) => {
      done.push(name);
      return { errors: [{ field: 'name', reason: 'missing' }] };
    },
  });
  const kept = async () => [...(await formDrafts(admin, 'staff/made-up')).keys()];
  await posted(refusing, token, {}, { name: 'Typed (made up)' });
  expect(await kept()).toEqual(['staff/made-up']);
  const dropped = await posted(refusing, token, {}, { intent: 'drop' });
  expect([dropped.status, dropped.headers.get('location')]).toEqual([303, '/staff/made-up']);
  expect(await kept()).toEqual([]);
  expect(done).toEqual(['Typed (made up)']);
  await posted(refusing, token, {}, { name: 'Typed again (made up)' });
  shiftClock((IDLE_MINUTES.staff + 1) * 60_000);
  await posted(refusing, token, {}, { intent: 'drop' });
  const [draft] = (await formDrafts(admin, 'staff/made-up')).values();
  expect(draft?.values.name).toEqual(['Typed again (made up)']);
});

test('an account keeps the drafts it changed last, and no more than there is a use for', async ({
  database: { ownerSql },
}) => {
  const writer = await aStaffMember('clinician');
  const yesterday = new Date(clock.now().getTime() - 86_400_000);
  await ownerSql`insert into form_draft (id, account_id, form, content, changed_at)
    select gen_random_uuid(), ${writer.id}, 'staff/made-up/' || n, 'sealed', ${yesterday}::timestamptz + n * interval '1 second'
    from generate_series(1, ${MOST_DRAFTS}) n`;
  await as(writer, (tx) => keepDraft(tx, writer.id, 'staff/newest', { values: {}, errors: [] }));
  const left =
    await ownerSql`select form from form_draft where account_id = ${writer.id} order by changed_at`;
  expect(left).toHaveLength(MOST_DRAFTS);
  expect([left.at(0)?.form, left.at(-1)?.form]).toEqual(['staff/made-up/2', 'staff/newest']);
});

/** Deletes them as a job does; `meanwhile` happens before that is kept. */
const forget = (id: string, meanwhile: () => unknown = () => {}) =>
  as(aJob, async (tx) => {
    await tx.delete(account).where(eq(account.id, id));
    await meanwhile();
  });

test('a page that is still open keeps nothing about somebody who is gone, however its key names them', async ({
  database: { ownerSql },
}) => {
  const [writer, gone, stays] = [await aStaffMember('clinician'), await somebody(), await somebody()];
  const write = (form: string) =>
    as(writer, (tx) => keepDraft(tx, writer.id, form, { values: { text: ['About them'] }, errors: [] }));
  const kept = async () =>
    (await ownerSql`select form from form_draft where account_id = ${writer.id}`).map(({ form }) => form);
  const formsAbout = ({ reference }: { reference: string }) => [
    keyOf(reference),
    `staff/submissions/${reference.toLowerCase()}/note`,
    `staff/flags/${reference}/close/${newId()}`,
    `staff/estimates/${reference}`,
    `staff/recoveries/start/${reference}`,
    `/staff/appointments/book/${reference}`,
    `staff/appointments/${reference}/cancel`,
  ];
  for (const form of formsAbout(gone)) await write(form);
  expect(await kept()).toHaveLength(7);
  await forget(gone.client.id);
  expect(await kept()).toEqual([]);
  for (const form of formsAbout(gone)) await write(form);
  expect(await kept()).toEqual([]);
  const others = [...formsAbout(stays), 'staff/appointments/book/find', `staff/team/${newReference()}`];
  for (const form of others) await write(form);
  expect((await kept()).sort()).toEqual(others.sort());
});

test('written while somebody is being forgotten, whoever comes first: nothing about them is left', async ({
  database: { ownerSql },
}) => {
  const [writer, one, other] = [await aStaffMember('clinician'), await somebody(), await somebody()];
  const write = ({ reference }: { reference: string }, meanwhile: () => unknown = () => {}) =>
    as(writer, async (tx) => {
      await keepDraft(tx, writer.id, keyOf(reference), { values: { text: ['About them'] }, errors: [] });
      await meanwhile();
    });
  const soon = () => new Promise((go) => setTimeout(go, 300));
  let second: Promise<unknown> = Promise.resolve();
  await forget(one.client.id, async () => {
    second = write(one);
    await soon();
  });
  await second;
  await write(other, async () => {
    second = forget(other.client.id);
    await soon();
  });
  await second;
  expect(await ownerSql`select form from form_draft where account_id = ${writer.id}`).toHaveLength(0);
  expect(
    await ownerSql`select id from account where id in (${one.client.id}, ${other.client.id})`,
  ).toHaveLength(0);
});

const SPOKEN = { intent: 'typing' };
/** A tab that was opened on `on`, and what is written in it. */
const tab = (on = '') => {
  const id = newId();
  return (text: string, more: Record<string, string> = SPOKEN) => ({
    ...{ [THIS_PAGE]: id, [OPENED_ON]: on && stampOf({ values: { 'note-text': [on] } }) },
    ...{ 'note-text': text, ...more },
  });
};

test('two tabs of one member of staff: neither writes over the other’s words, each is told, and both are shown until one is put away', async () => {
  const [writer, { reference }] = [await aStaffMember('clinician'), await somebody()];
  const token = await signedIn(writer);
  const post = (fields: Record<string, string>) => posted(write, token, { reference }, fields);
  const shown = async () => {
    const draft = await formDraft(writer, keyOf(reference));
    return [draft?.values['note-text']?.[0], ...(draft?.elsewhere ?? []).flatMap(({ texts }) => texts)];
  };
  const [one, two] = [tab(), tab()];
  expect(leadsTo(await post(one('First')))).toBe('/stay/left');
  expect(leadsTo(await post(two('Second')))).toBe('/stay/left?beside=yes');
  expect(await shown()).toEqual(['Second', 'First']);
  expect(leadsTo(await post(one('First, and more')))).toBe('/stay/left?beside=yes');
  expect(await shown()).toEqual(['First, and more', 'Second']);
  // By hand, where no script runs: the other one is put into the form, and what was there stands beside it.
  const [other] = (await formDraft(writer, keyOf(reference)))?.elsewhere ?? [];
  const use = { elsewhere: `use/${other?.id}` };
  expect(leadsTo(await post(tab('First, and more')('First, and more, here', use)))).toBe('/staff');
  expect(await shown()).toEqual(['Second', 'First, and more, here']);
  // Sent from a tab that saw the one: the other is left, and is the draft.
  expect(leadsTo(await post(tab('Second')('Second', {})))).toBe('/staff');
  expect(await shown()).toEqual(['First, and more, here']);
  const last = tab('First, and more, here');
  await post(last('First, and more, here'));
  await post(last('', { intent: 'later' }));
  expect(await shown()).toEqual([undefined]);
});

test('a tab that sends, or is emptied, takes no words with it that it never saw', async () => {
  const [writer, { reference }] = [await aStaffMember('clinician'), await somebody()];
  const token = await signedIn(writer);
  const post = (fields: Record<string, string>) => posted(write, token, { reference }, fields);
  const [one, two] = [tab(), tab()];
  await post(one('First'));
  await post(two('', { intent: 'later' }));
  await post(two('Second', {}));
  expect((await formDraft(writer, keyOf(reference)))?.values['note-text']).toEqual(['First']);
  // Nor does one that was opened before its author wrote on elsewhere.
  await post(tab('Fir')('Third', {}));
  expect((await formDraft(writer, keyOf(reference)))?.values['note-text']).toEqual(['First']);
  await post(tab('First')('First', {}));
  expect(await formDraft(writer, keyOf(reference))).toBeNull();
});

test('what stands beside a process note is sealed with the same key of its author’s', async ({
  database: { ownerSql },
}) => {
  const [writer, { reference }] = [await aStaffMember('clinician'), await somebody()];
  const token = await signedIn(writer);
  for (const words of ['First', 'Second']) await posted(write, token, { reference }, tab()(words));
  const rows =
    await ownerSql`select form, content from form_draft where account_id = ${writer.id} order by form`;
  expect(rows.map(({ form }) => form.startsWith('alone/'))).toEqual([true, true]);
  expect(rows.map(({ form }) => form.includes('/aside/'))).toEqual([false, true]);
  const job = { kind: 'job', name: 'test' } as const;
  for (const { form, content } of rows) {
    const place = { table: 'form_draft', column: 'content', row: `${writer.id}/${form}` };
    await expect(as(job, (tx) => openFor(tx, writer.id, place, content))).rejects.toThrow();
    expect(await as(writer, (tx) => openAlone(tx, writer.id, place, content))).toContain('note-text');
  }
});

test('pressed when nobody is signed in, or not in full: the words come back, and go again as they were; nothing is kept', async () => {
  const writer = await aStaffMember('clinician');
  const [byMailAlone, other] = [
    await signedIn(writer, null),
    await signedIn(await aStaffMember('clinician')),
  ];
  const { reference } = await somebody();
  const pressed = tab()('Mine </textarea><script>', { intent: 'later', writer: writer.id });
  for (const [who, token] of Object.entries({ nobody: 'none', byMailAlone, other })) {
    const answer = await posted(write, token, { reference }, pressed);
    expect(answer.status, who).toBe(401);
    const page = await answer.text();
    expect(page).toContain('You are signed out');
    expect(page).toContain('\nMine &lt;/textarea&gt;&lt;script&gt;</textarea>');
    expect(page).toContain('name="intent" value="later"');
    expect(page).not.toContain('<script');
    // Whoever types on is told where they would be sent; with nothing written there is nothing to give back.
    const typing = await posted(write, token, { reference }, { ...pressed, ...SPOKEN });
    expect(leadsTo(typing), who).toMatch(/^\/(sign-in|staff\/(second-factor|enrol))/);
    const empty = await posted(write, token, { reference }, { ...pressed, 'note-text': ' ' });
    expect(empty.status, who).toBe(303);
  }
  expect(await formDrafts(writer, '')).toEqual(new Map());
  expect((await posted(write, await signedIn(writer), undefined, pressed)).status).toBe(303);
});

/** A client's page, which is kept as a client's are. */
const answerOf = (onTaken: () => void) =>
  formRoute({
    who: 'client',
    form: () => 'forms/made-up',
    page: () => '/forms/made-up',
    parse: () => ({ ok: true, input: null }),
    act: async () => {
      onTaken();
      return { errors: [] };
    },
  });

test('P-02 what one client wrote is never taken as another’s who has signed in since in the same browser', async () => {
  const [one, other] = [await aClient(), await aClient()];
  let taken = 0;
  const answer = answerOf(() => {
    taken += 1;
  });
  const words = { C1: 'Of the one', [WRITER]: one.id };
  const [own, others] = [await signedIn(one), await signedIn(other)];
  for (const token of [others, 'none']) {
    expect(leadsTo(await posted(answer, token, {}, { ...words, ...SPOKEN }))).toMatch(/^\/sign-in/);
    const pressed = await posted(answer, token, {}, { ...words, intent: 'continue' });
    expect(pressed.status).toBe(401);
    expect(await pressed.text()).toContain('name="C1" value="Of the one"');
  }
  expect(taken).toBe(0);
  expect(await formDrafts(other, '')).toEqual(new Map());
  expect((await posted(answer, own, {}, { ...words, intent: 'continue' })).status).toBe(303);
  expect(taken).toBe(1);
  expect((await formDraft(one, 'forms/made-up'))?.values.C1).toEqual(['Of the one']);
});

test('of one form no more is kept than ten tabs, and an address with a pattern’s signs in it finds nothing', async () => {
  const [writer, { reference }] = [await aStaffMember('clinician'), await somebody()];
  const token = await signedIn(writer);
  const post = (at: string, fields: Record<string, string>) =>
    posted(write, token, { reference: at }, fields);
  for (let at = 0; at < 13; at += 1) await post(reference, tab()(`Words ${at}`));
  const aside = async () => (await formDraft(writer, keyOf(reference)))?.elsewhere ?? [];
  const kept = await aside();
  expect(kept).toHaveLength(10);
  expect(kept.at(-1)?.texts).toEqual(['Words 11']);
  for (const at of ['%', '__________']) await post(at, { intent: 'typing', 'note-text': '' });
  expect(await aside()).toEqual(kept);
});

const leadsTo = ({ headers }: Response) => headers.get('location');
