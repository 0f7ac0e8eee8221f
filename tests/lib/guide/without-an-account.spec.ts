// What somebody keeps without an account opens with their own cookie and with nothing else, for a day, and becomes their account's once.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Busy } from '@/db/busy';
import { as } from '@/db/client';
import { visitorReflection } from '@/db/schema';
import { formDraft } from '@/lib/accounts/form-draft';
import { hashOfSecret, newSecret } from '@/lib/accounts/sign-in-secrets';
import { shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { adoptReflections } from '@/lib/guide/adopt-reflections';
import { forgetVisitor } from '@/lib/guide/forget-visitor';
import { keepForVisitor } from '@/lib/guide/keep-for-visitor';
import { visitorsGuide } from '@/lib/guide/my-guide';
import { stampOf } from '@/lib/guide/reflection';
import { shareReflection } from '@/lib/guide/share-reflection';
import { sweepReflections } from '@/lib/guide/sweep-reflections';
import { openWith, Unreadable } from '@/lib/vault/seal';
import { expect, test } from '../../support/database';
import { aClient, aJob, aStaffMember, openClinic } from '../../support/people';
import { atAQuarter, QUARTER } from '../../support/quarter';
import { aVisitorWho, keeps, keptBy, notesOf, typed } from './made-up-notes';

const HOUR = 60 * 60 * 1000;
const WORDS = 'A marked thought (made up)';

test.beforeAll(openClinic);
test.afterEach(() => shiftClock(0));

test.describe('what a visitor keeps', () => {
  test('opens with their cookie, and a dump of every table holds neither it nor the cookie', async ({
    database,
  }) => {
    const secret = await aVisitorWho({ 'starting-today': WORDS });
    expect(await keptBy(secret, 'starting-today')).toBe(WORDS);
    const dump = JSON.stringify([
      await database.superuserSql`select * from visitor_reflection`,
      await database.superuserSql`select * from audit_event`,
      await database.superuserSql`select * from attempt`,
    ]);
    expect(dump).toContain(hashOfSecret(secret));
    expect(dump).not.toContain(WORDS);
    expect(dump).not.toContain(secret);
  });

  test('does not open with a dump and every key the clinic has', async ({ database }) => {
    const secret = await aVisitorWho({ 'starting-today': WORDS });
    const hash = hashOfSecret(secret);
    const [row] = await database.superuserSql`select * from visitor_reflection where browser_hash = ${hash}`;
    const wrapped = await database.superuserSql<{ subject_id: string; wrapped: string }[]>`
      select subject_id, wrapped from vault_key`;
    const master = settings.masterKeys.get(1);
    if (!master) throw new Error('the tests run with one master key');
    const unwrapped = wrapped.map(({ subject_id, wrapped: sealed }) =>
      Buffer.from(
        openWith(master, { table: 'vault_key', column: 'wrapped', row: subject_id }, sealed),
        'base64',
      ),
    );
    const keys = [
      ...unwrapped,
      ...settings.masterKeys.values(),
      settings.indexKey,
      Buffer.from(hash, 'hex'),
      Buffer.from(settings.authSecret).subarray(0, 32),
    ];
    const place = { table: 'visitor_reflection', column: 'content', row: `${hash}/starting-today` };
    expect(keys.length).toBeGreaterThan(4);
    for (const key of keys) expect(() => openWith(key, place, row?.content)).toThrow(Unreadable);
    // And its key is made from the cookie alone: no setting has a part in it.
    const source = readFileSync(
      join(resolve(import.meta.dirname, '../../..'), 'lib/guide/visitor-vault.ts'),
      'utf8',
    );
    expect(source).not.toContain('settings');
  });

  test('another visitor’s cookie opens nothing, and neither does none, staff or a job', async () => {
    await aVisitorWho({ 'starting-today': WORDS });
    for (const other of [newSecret(), '', null])
      expect((await visitorsGuide(other, 'starting')).kept.size).toBe(0);
    const actors = [
      await aClient(),
      await aStaffMember('clinician', 'lead', 'admin', 'front-desk'),
      { kind: 'bearer', secret: hashOfSecret(newSecret()) } as const,
      { kind: 'bearer', secret: '' } as const,
    ];
    for (const actor of actors)
      expect(await as(actor, (tx) => tx.select().from(visitorReflection))).toEqual([]);
    // A job sees that there is something, to delete it in time, and no word of it.
    const seen = JSON.stringify(await as(aJob, (tx) => tx.select().from(visitorReflection)));
    expect(seen).not.toContain(WORDS);
  });

  test('kept again it is replaced, emptied or removed it is gone, and never twice there', async ({
    database,
  }) => {
    const secret = await aVisitorWho({ 'trust-safe': 'first (made up)', 'trust-limits': 'other (made up)' });
    const { kept } = await visitorsGuide(secret, 'trust');
    const base = { 'trust-safe-base': stampOf(kept.get('trust-safe')) };
    await aVisitorWho({ 'trust-safe': 'second (made up)', ...base }, secret);
    expect(await keptBy(secret, 'trust-safe')).toBe('second (made up)');
    expect(await keptBy(secret, 'trust-limits')).toBe('other (made up)');
    const rows = () =>
      database.ownerSql`select * from visitor_reflection where browser_hash = ${hashOfSecret(secret)}`;
    expect(await rows()).toHaveLength(2);
    expect(
      await keepForVisitor(
        secret,
        'trust',
        typed({ remove: 'trust-safe', 'trust-limits': 'other (made up)' }),
        newId(),
      ),
    ).toMatchObject({
      secret,
    });
    expect(await rows()).toHaveLength(1);
    const last = await keepForVisitor(secret, 'trust', typed({ remove: 'trust-limits' }), newId());
    expect(last).toEqual({ ok: true, secret: null });
    expect(await rows()).toEqual([]);
  });

  test('is refused to its own cookie after 24 hours, and swept', async ({ database }) => {
    const secret = await aVisitorWho({ 'starting-today': WORDS });
    const rows = () =>
      database.ownerSql`select * from visitor_reflection where browser_hash = ${hashOfSecret(secret)}`;
    shiftClock(24 * HOUR - 60_000);
    await sweepReflections();
    expect(await keptBy(secret, 'starting-today')).toBe(WORDS);
    shiftClock(24 * HOUR);
    expect(await keptBy(secret, 'starting-today')).toBeUndefined();
    const client = await aClient();
    expect(await rows()).toHaveLength(1);
    await sweepReflections();
    expect(await rows()).toEqual([]);
    expect(await adoptReflections(client, secret)).toBe(0);
  });

  test('is not adopted any more once its day is over, also before the sweep', async () => {
    const secret = await aVisitorWho({ 'starting-today': WORDS });
    const client = await aClient();
    shiftClock(24 * HOUR);
    expect(await adoptReflections(client, secret)).toBe(0);
    expect((await notesOf(client)).size).toBe(0);
  });

  test('is deleted when they leave, and only theirs', async ({ database }) => {
    const [mine, other] = [
      await aVisitorWho({ 'starting-today': WORDS }),
      await aVisitorWho({ 'starting-today': 'another (made up)' }),
    ];
    await forgetVisitor(mine);
    await forgetVisitor(null);
    expect(
      await database.ownerSql`select 1 from visitor_reflection where browser_hash = ${hashOfSecret(mine)}`,
    ).toEqual([]);
    expect(await keptBy(other, 'starting-today')).toBe('another (made up)');
  });
});

test.describe('what is too long', () => {
  for (const [what, text] of Object.entries({
    '1,001 letters': 'x'.repeat(1001),
    '10,000 emoji': '🙂'.repeat(10_000),
    '1,001 letters of three bytes': '思'.repeat(1001),
  })) {
    test(`${what}: refused with the reason, and every sign of it is still there`, async () => {
      const answer = await keepForVisitor(null, 'starting', typed({ 'starting-today': text }), newId());
      expect(answer.ok).toBe(false);
      const { kept, draft } = await visitorsGuide(answer.secret, 'starting');
      expect(kept.size).toBe(0);
      expect(draft?.errors).toEqual([
        { field: 'starting-today', reason: 'too-long', values: { count: [...text].length, most: 1000 } },
      ]);
      expect(draft?.values['starting-today']).toEqual([text]);
      const client = await aClient();
      await adoptReflections(client, answer.secret);
      expect((await formDraft(client, 'guide/starting'))?.values['starting-today']).toEqual([text]);
    });
  }

  test('1,000 characters are taken, whatever their bytes', async () => {
    for (const sign of ['x', '思', '🙂'])
      expect(await keptBy(await aVisitorWho({ 'starting-today': sign.repeat(1000) }), 'starting-today')).toBe(
        sign.repeat(1000),
      );
  });
});

test.describe('the database is not to be filled', () => {
  test('one cookie has at most one row a question, however often it posts', async ({ database }) => {
    const ip = newId();
    let secret: string | null = null;
    for (let times = 0; times < 100; times += 1) {
      const fields = typed({ 'starting-today': `thought ${times} (made up)`, 'starting-other': 'x' });
      secret = (await keepForVisitor(secret, 'starting', fields, ip)).secret;
    }
    const hash = hashOfSecret(secret ?? '');
    expect(
      await database.ownerSql`select 1 from visitor_reflection where browser_hash = ${hash}`,
    ).toHaveLength(1);
  });

  test('one network begins sixty times in a quarter of an hour; who has begun goes on', async () => {
    const begins = atAQuarter();
    const ip = newId();
    const keep = (held: string | null, text: string) =>
      keepForVisitor(held, 'starting', typed({ 'starting-today': text }), ip);
    const first = await keep(null, WORDS);
    for (let times = 1; times < 60; times += 1) await keep(null, WORDS);
    await expect(keep(null, WORDS)).rejects.toThrow(Busy);
    // A cookie somebody makes up is no beginning made.
    await expect(keep(newSecret(), WORDS)).rejects.toThrow(Busy);
    expect(await keep(first.secret, 'again (made up)')).toMatchObject({ ok: true });
    shiftClock(begins + QUARTER);
    expect(await keep(null, WORDS)).toMatchObject({ ok: true });
  });
});

test.describe('at sign-in', () => {
  test('it becomes the account’s, under the account’s own key, and nothing is left with the cookie', async ({
    database,
  }) => {
    const secret = await aVisitorWho({ 'ready-help': WORDS, 'ready-help-choice': 'not-sure' });
    const client = await aClient();
    expect(await adoptReflections(client, secret)).toBe(1);
    expect((await notesOf(client)).get('ready-help')).toMatchObject({
      text: WORDS,
      choice: 'not-sure',
      sharedAt: null,
    });
    expect(
      await database.ownerSql`select 1 from visitor_reflection where browser_hash = ${hashOfSecret(secret)}`,
    ).toEqual([]);
    const dump = JSON.stringify(await database.superuserSql`select * from reflection`);
    expect(dump).not.toContain(WORDS);
    expect(dump).not.toContain('not-sure');
  });

  test('when two sign-ins race with one cookie, one account has it, whole, and the other nothing', async () => {
    for (let round = 0; round < 5; round += 1) {
      const secret = await aVisitorWho({ 'trust-safe': WORDS, 'trust-limits': WORDS });
      const [one, other] = [await aClient(), await aClient()];
      const taken = await Promise.all([adoptReflections(one, secret), adoptReflections(other, secret)]);
      expect([...taken].sort()).toEqual([0, 2]);
      expect([(await notesOf(one)).size, (await notesOf(other)).size]).toEqual(taken);
    }
  });

  test('when the same person signs in twice at once, it is there once', async () => {
    const secret = await aVisitorWho({ 'starting-today': WORDS });
    const client = await aClient();
    await Promise.all([adoptReflections(client, secret), adoptReflections(client, secret)]);
    expect((await notesOf(client)).get('starting-today')?.text).toBe(WORDS);
  });

  test('what the account has already is not overwritten: both stay, the newer first, and only for its owner', async () => {
    const client = await aClient();
    await keeps(client, { 'starting-today': 'older (made up)' });
    const stamp = stampOf((await notesOf(client)).get('starting-today'));
    await shareReflection(client, { question: 'starting-today', stamp, shared: true });
    shiftClock(1000);
    const secret = await aVisitorWho({ 'starting-today': 'newer (made up)' });
    await adoptReflections(client, secret);
    const note = (await notesOf(client)).get('starting-today');
    expect(note?.text).toBe('newer (made up)\n\nolder (made up)');
    // What is new was never shared.
    expect(note?.sharedAt).toBeNull();
  });

  test('two long ones stay whole, and may be kept again as they are', async () => {
    const client = await aClient();
    await keeps(client, { 'starting-today': 'a'.repeat(1000) });
    const secret = await aVisitorWho({ 'starting-today': 'b'.repeat(1000) });
    await adoptReflections(client, secret);
    const text = (await notesOf(client)).get('starting-today')?.text ?? '';
    expect(text).toHaveLength(2002);
    expect(await keeps(client, { 'starting-today': text.slice(0, -1) })).toEqual({ ok: true });
  });

  test('a row that was tampered with keeps nobody out', async ({ database }) => {
    const secret = await aVisitorWho({ 'trust-safe': WORDS, 'trust-limits': WORDS });
    await database.ownerSql`
      update visitor_reflection set content = content || 'x'
      where browser_hash = ${hashOfSecret(secret)} and about = 'trust-safe'`;
    const client = await aClient();
    expect(await adoptReflections(client, secret)).toBe(1);
    expect([...(await notesOf(client)).keys()]).toEqual(['trust-limits']);
  });
});
