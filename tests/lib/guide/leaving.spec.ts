// Going on from a chapter throws nothing away and keeps nothing unasked: what was typed and not kept waits until its writer decides.
import { as } from '@/db/client';
import { formDraft } from '@/lib/accounts/form-draft';
import { shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { chaptersRead } from '@/lib/guide/chapters-read';
import { leaveAsVisitor, MINUTES_TO_DECIDE } from '@/lib/guide/leave-as-visitor';
import { leaveChapter } from '@/lib/guide/leave-chapter';
import { visitorsGuide } from '@/lib/guide/my-guide';
import { baseField, stampOf } from '@/lib/guide/reflection';
import { isBlank } from '@/lib/guide/settle-reflections';
import { expect, test } from '../../support/database';
import { aClient, openClinic } from '../../support/people';
import { aVisitorWho, keeps, notesOf, typed } from './made-up-notes';

const WORDS = 'Nearly lost (made up)';
const on = { without: false, read: true };

test.beforeAll(openClinic);
test.afterEach(() => shiftClock(0));

test.describe('a client who goes on', () => {
  test('with words that are not kept stays, the words wait, and nothing is kept or read yet', async () => {
    const client = await aClient();
    const left = await leaveChapter(client, 'trust', typed({ 'trust-safe': WORDS, to: 'next' }), on);
    expect(left).toEqual({ ok: false, reason: 'unkept' });
    expect((await formDraft(client, 'guide/trust'))?.values).toMatchObject({
      'trust-safe': [WORDS],
      to: ['next'],
    });
    expect((await notesOf(client)).size).toBe(0);
    expect([...(await as(client, (tx) => chaptersRead(tx, client.id)))]).toEqual([]);
  });

  test('and was asked goes on without them: they are gone, and the chapter is read', async () => {
    const client = await aClient();
    const fields = typed({ 'trust-safe': WORDS });
    await leaveChapter(client, 'trust', fields, on);
    expect(await leaveChapter(client, 'trust', fields, { without: true, read: true })).toEqual({ ok: true });
    expect(await formDraft(client, 'guide/trust')).toBeNull();
    expect((await notesOf(client)).size).toBe(0);
    expect([...(await as(client, (tx) => chaptersRead(tx, client.id)))]).toEqual(['trust']);
  });

  test('with empty boxes, or with what is kept as it stands, is asked nothing', async () => {
    const client = await aClient();
    expect(await leaveChapter(client, 'trust', typed({ 'trust-safe': ' ' }), on)).toEqual({ ok: true });
    await keeps(client, { 'trust-safe': WORDS });
    const base = stampOf((await notesOf(client)).get('trust-safe'));
    const unchanged = typed({ 'trust-safe': WORDS, [baseField('trust-safe')]: base });
    expect(await leaveChapter(client, 'trust', unchanged, on)).toEqual({ ok: true });
    const changed = typed({ 'trust-safe': 'other words (made up)', [baseField('trust-safe')]: base });
    expect(await leaveChapter(client, 'trust', changed, on)).toMatchObject({ reason: 'unkept' });
    expect((await notesOf(client)).get('trust-safe')?.text).toBe(WORDS);
  });
});

test.describe('a visitor who goes on', () => {
  const leaves = (held: string | null, values: Record<string, string>, without = false) =>
    leaveAsVisitor(held, 'starting', typed(values), { without, ip: newId() });

  test('with words that are not kept stays; the words wait for minutes, in their browser alone', async () => {
    const { ok, secret } = await leaves(null, { 'starting-today': WORDS, to: 'next' });
    expect(ok).toBe(false);
    const { kept, draft } = await visitorsGuide(secret, 'starting');
    expect(kept.size).toBe(0);
    expect(draft?.values).toMatchObject({ 'starting-today': [WORDS], to: ['next'] });
    shiftClock((MINUTES_TO_DECIDE + 1) * 60_000);
    expect((await visitorsGuide(secret, 'starting')).draft).toBeNull();
  });

  test('without them leaves nothing behind, not even a secret', async () => {
    const { secret } = await leaves(null, { 'starting-today': WORDS });
    expect(await leaves(secret, { 'starting-today': WORDS }, true)).toEqual({ ok: true, secret: null });
    expect((await visitorsGuide(secret, 'starting')).draft).toBeNull();
  });

  test('with empty boxes gets nothing; what they keep already stays', async () => {
    expect(await leaves(null, { 'starting-today': '' })).toEqual({ ok: true, secret: null });
    const secret = await aVisitorWho({ 'starting-today': WORDS });
    expect(await leaves(secret, { 'starting-today': '' }, true)).toEqual({ ok: true, secret });
    expect((await visitorsGuide(secret, 'starting')).kept.get('starting-today')?.text).toBe(WORDS);
  });
});

test('a form is blank only when nothing stands in it, and nothing did', () => {
  expect(isBlank('trust', typed({ 'trust-safe': ' ', 'trust-limits': '' }))).toBe(true);
  expect(isBlank('trust', typed({ 'trust-safe': WORDS }))).toBe(false);
  expect(isBlank('trust', typed({ 'trust-safe': '', [baseField('trust-safe')]: '1' }))).toBe(false);
});
