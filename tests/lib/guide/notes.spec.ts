// A client's notes are theirs alone, unless and until they share one; what they type is never lost, and what they read gates nothing.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { account, chapterRead, reflection, visitorReflection } from '@/db/schema';
import { formDraft } from '@/lib/accounts/form-draft';
import { shiftClock } from '@/lib/env/clock';
import { chaptersRead, markRead } from '@/lib/guide/chapters-read';
import { keepReflections } from '@/lib/guide/keep-reflections';
import { stampOf } from '@/lib/guide/reflection';
import { removeReflection } from '@/lib/guide/remove-reflection';
import { shareReflection } from '@/lib/guide/share-reflection';
import { expect, test } from '../../support/database';
import { aClient, aJob, aStaffMember, openClinic } from '../../support/people';
import { keeps, notesOf, typed } from './made-up-notes';

test.beforeAll(openClinic);
test.afterEach(() => shiftClock(0));

test.describe('a client’s notes', () => {
  test('are not shared unless asked, and each by itself', async () => {
    const client = await aClient();
    await keeps(client, { 'trust-safe': 'one (made up)', 'trust-limits': 'two (made up)' });
    const shared = async () => [...(await notesOf(client)).values()].map(({ sharedAt }) => sharedAt !== null);
    expect(await shared()).toEqual([false, false]);
    const stamp = stampOf((await notesOf(client)).get('trust-limits'));
    await shareReflection(client, { question: 'trust-limits', stamp, shared: true });
    expect(await shared()).toEqual([false, true]);
    await shareReflection(client, { question: 'trust-limits', stamp, shared: false });
    expect(await shared()).toEqual([false, false]);
  });

  test('one that was changed since the page showed it is not shared by that page', async () => {
    const client = await aClient();
    await keeps(client, { 'time-first-change': 'as shown (made up)' });
    const stamp = stampOf((await notesOf(client)).get('time-first-change'));
    shiftClock(1000);
    await keeps(client, { 'time-first-change': 'changed in another tab (made up)' });
    await shareReflection(client, { question: 'time-first-change', stamp, shared: true });
    expect((await notesOf(client)).get('time-first-change')?.sharedAt).toBeNull();
  });

  test('changing a shared one makes it theirs alone again; sharing and hiding are on the record, without a word of it', async ({
    database,
  }) => {
    const client = await aClient();
    await keeps(client, { 'time-first-change': 'words (made up)' });
    const stamp = stampOf((await notesOf(client)).get('time-first-change'));
    await shareReflection(client, { question: 'time-first-change', stamp, shared: true });
    await shareReflection(client, { question: 'time-first-change', stamp, shared: true });
    await keeps(client, { 'time-first-change': 'other words (made up)' });
    expect((await notesOf(client)).get('time-first-change')?.sharedAt).toBeNull();
    const lines = await database.ownerSql`
      select event, detail from audit_event where subject = ${client.id} and event like 'reflection.%' order by seq`;
    expect(lines.map(({ event }) => event)).toEqual(['reflection.shared', 'reflection.unshared']);
    for (const { detail } of lines) expect(JSON.parse(detail)).toEqual({ questions: ['time-first-change'] });
  });

  test('kept unchanged stays shared', async () => {
    const client = await aClient();
    await keeps(client, { 'time-first-change': 'words (made up)' });
    const stamp = stampOf((await notesOf(client)).get('time-first-change'));
    await shareReflection(client, { question: 'time-first-change', stamp, shared: true });
    await keeps(client, { 'time-first-change': ' words (made up)\n' });
    expect((await notesOf(client)).get('time-first-change')?.sharedAt).not.toBeNull();
  });

  test('two tabs lose nothing: an empty box takes nothing away, another text is put beside it', async () => {
    const client = await aClient();
    await keeps(client, { 'trust-safe': 'from one tab (made up)' });
    // The other tab was opened before, and showed two empty boxes.
    const late = typed({ 'trust-safe': '', 'trust-limits': 'from the other (made up)' });
    await keepReflections(client, 'trust', late);
    expect((await notesOf(client)).get('trust-safe')?.text).toBe('from one tab (made up)');
    await keepReflections(client, 'trust', typed({ 'trust-safe': 'from the other (made up)' }));
    expect((await notesOf(client)).get('trust-safe')?.text).toBe(
      'from the other (made up)\n\nfrom one tab (made up)',
    );
  });

  test('removing one keeps what was typed beside it as typed, and not as kept', async () => {
    const client = await aClient();
    await keeps(client, { 'trust-safe': 'kept (made up)', 'trust-limits': 'kept too (made up)' });
    await keepReflections(
      client,
      'trust',
      typed({ remove: 'trust-safe', 'trust-safe': 'kept (made up)', 'trust-limits': 'typed (made up)' }),
    );
    expect([...(await notesOf(client)).values()].map(({ text }) => text)).toEqual(['kept too (made up)']);
    const draft = await formDraft(client, 'guide/trust');
    expect(draft).toMatchObject({ values: { 'trust-limits': ['typed (made up)'] }, errors: [] });
    expect(draft?.values['trust-safe']).toBeUndefined();
  });

  test('too long is refused whole, with the reason and the text', async () => {
    const client = await aClient();
    const long = 'x'.repeat(1001);
    expect(await keeps(client, { 'trust-safe': 'fits (made up)', 'trust-limits': long })).toEqual({
      ok: false,
    });
    expect((await notesOf(client)).size).toBe(0);
    const draft = await formDraft(client, 'guide/trust');
    expect(draft?.errors.map(({ field, reason }) => [field, reason])).toEqual([['trust-limits', 'too-long']]);
    expect(draft?.values).toMatchObject({ 'trust-safe': ['fits (made up)'], 'trust-limits': [long] });
  });

  test('a choice that is none of the five, and a question of another chapter, are not kept', async () => {
    const client = await aClient();
    await keeps(client, { 'ready-help': 'x (made up)', 'ready-help-choice': 'certainly', 'trust-safe': 'y' });
    expect([...(await notesOf(client)).values()]).toMatchObject([{ question: 'ready-help', choice: null }]);
  });

  test('are nobody else’s: not another client’s, not staff’s, and no job needs them', async () => {
    const client = await aClient();
    await keeps(client, { 'trust-safe': 'private (made up)' });
    await markRead(client, 'trust');
    const everyRole = await aStaffMember('clinician', 'lead', 'admin', 'front-desk');
    for (const actor of [await aClient(), everyRole]) {
      expect(await as(actor, (tx) => tx.select().from(reflection))).toEqual([]);
      expect(await as(actor, (tx) => tx.select().from(chapterRead))).toEqual([]);
    }
  });

  test('a client can share nobody else’s, and a member of staff can change none', async () => {
    const client = await aClient();
    await keeps(client, { 'trust-safe': 'private (made up)' });
    const note = (await notesOf(client)).get('trust-safe');
    await shareReflection(await aClient(), { question: 'trust-safe', stamp: stampOf(note), shared: true });
    const clinician = await aStaffMember('clinician');
    await as(clinician, (tx) => tx.update(reflection).set({ sharedAt: new Date(0) }));
    await as(clinician, (tx) => tx.delete(reflection));
    expect((await notesOf(client)).get('trust-safe')).toEqual(note);
  });

  test('go with the person who is erased', async ({ database }) => {
    const client = await aClient();
    await keeps(client, { 'trust-safe': 'private (made up)' });
    await markRead(client, 'trust');
    await as(aJob, (tx) => tx.delete(account).where(eq(account.id, client.id)));
    const left = await database.ownerSql`
      select client_id from reflection where client_id = ${client.id}
      union all select client_id from chapter_read where client_id = ${client.id}`;
    expect(left).toEqual([]);
  });

  test('removed is gone', async () => {
    const client = await aClient();
    await keeps(client, { 'trust-safe': 'private (made up)' });
    await removeReflection(client, 'trust-safe');
    await removeReflection(client, 'trust-safe');
    expect((await notesOf(client)).size).toBe(0);
  });
});

test('a secret a client brings along takes rows away and writes none', async () => {
  const client = await aClient();
  const bringing = { ...client, brings: 'a hash' };
  const forged = { id: client.id, browserHash: 'a hash', state: 'kept', about: 'x', content: 'x' } as const;
  const now = new Date(0);
  await expect(
    as(bringing, (tx) => tx.insert(visitorReflection).values({ ...forged, keptAt: now, expiresAt: now })),
  ).rejects.toThrow();
});

test('a chapter read twice is read once, by whoever read it', async () => {
  const [client, other] = [await aClient(), await aClient()];
  for (const chapter of ['starting', 'time', 'starting'] as const) await markRead(client, chapter);
  expect([...(await as(client, (tx) => chaptersRead(tx, client.id)))].sort()).toEqual(['starting', 'time']);
  expect(await as(other, (tx) => chaptersRead(tx, other.id))).toEqual(new Set());
});
