// The mailbox is a demo's: it is there with the embedded database and DEMO on, and nowhere else.

import { as, type Role } from '@/db/client';
import { staffMember } from '@/db/schema';
import { makeAccount } from '@/lib/accounts/make-account';
import { enrolSecondFactor, secretToEnrol } from '@/lib/accounts/second-factor';
import { totpCode, totpStep } from '@/lib/accounts/totp';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { readSettings } from '@/lib/env/settings';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { demoSecondFactors } from '@/lib/notices/demo-second-factors';
import { localMailbox, mailboxMessageOf } from '@/lib/notices/local-mailbox';
import { sweepMailbox } from '@/lib/notices/sweep-mailbox';
import { expect, test } from '@/tests/support/database';
import { atAQuarter } from '@/tests/support/quarter';
import { mailsTo, openPost } from './made-up-post';

test.beforeEach(({ database }) => openPost(database.ownerSql));
test.afterEach(() => shiftClock(0));

const mailTo = (to: string) => {
  const id = newId();
  return { id, to, subject: 'Your sign-in code', text: 'one', html: '<p>one</p>', idempotencyKey: id };
};

test('there is no mailbox with DEMO off, nor with a database that is not the embedded one', () => {
  const open = (given: object) => readSettings({ ...process.env, ...given }).mailboxOpen;
  expect(open({ EMBEDDED: '1', DEMO: 'on' })).toBe(true);
  expect(open({ EMBEDDED: '1', DEMO: 'off' })).toBe(false);
  expect(open({ EMBEDDED: '0', DEMO: 'on' })).toBe(false);
  expect(open({ EMBEDDED: undefined, DEMO: undefined })).toBe(false);
});

test('where there is no mailbox, no mail and no code can be read', async () => {
  const mail = mailTo(`${newId()}@example.org`);
  await mailboxPort.send(mail);
  const closed = { mailboxOpen: false };
  expect(await localMailbox(closed)).toBeNull();
  expect(await mailboxMessageOf(mail.id, closed)).toBeNull();
  expect(await demoSecondFactors(closed)).toBeNull();
});

test('the newest mail stands first, whole', async () => {
  const to = `${newId()}@example.org`;
  await mailboxPort.send(mailTo(to));
  shiftClock(2_000);
  const second = mailTo(to);
  await mailboxPort.send(second);
  const mails = await mailsTo(to);
  expect(mails).toHaveLength(2);
  const { idempotencyKey: _, ...whole } = second;
  expect(mails[0]).toMatchObject(whole);
  expect(await mailboxMessageOf(second.id)).toEqual(mails[0]);
});

test('asked for those from an instant on, it gives no older one', async () => {
  const [older, newer] = [mailTo(`${newId()}@example.org`), mailTo(`${newId()}@example.org`)];
  await mailboxPort.send(older);
  shiftClock(2_000);
  const since = clock.now();
  await mailboxPort.send(newer);
  const given = (await localMailbox({ mailboxOpen: true }, since))?.map(({ to }) => to);
  expect(given).toContain(newer.to);
  expect(given).not.toContain(older.to);
});

test('an address that names no mail shows none', async () => {
  for (const id of [newId(), 'list', '', "' or 1=1 --", `${newId()}x`])
    expect(await mailboxMessageOf(id)).toBeNull();
});

test('what came a month ago is deleted', async () => {
  const to = `${newId()}@example.org`;
  await mailboxPort.send(mailTo(to));
  shiftClock(31 * 24 * 60 * 60 * 1000);
  await mailboxPort.send(mailTo(to));
  await sweepMailbox();
  expect(await mailsTo(to)).toHaveLength(1);
});

test('the codes shown for made-up staff are good, each once, and nobody else’s are shown', async () => {
  const staff = async (email: string) => {
    const id = await as({ kind: 'staff', id: newId(), roles: ['admin'] }, async (tx) => {
      const accountId = await makeAccount(tx, 'staff', email);
      await tx.insert(staffMember).values({ id: accountId, name: 'Sam Sample (made up)', roles: ['admin'] });
      return accountId;
    });
    const actor = { kind: 'staff', id, roles: [] as Role[] } as const;
    return { actor, secret: (await secretToEnrol(actor)) ?? '' };
  };
  await staff(`real-${newId()}@example.org`);
  const email = `sam-${newId()}@demo.example`;
  const { actor, secret } = await staff(email);
  const shown = async () => (await demoSecondFactors())?.find((each) => each.email === email)?.code ?? null;

  expect((await demoSecondFactors())?.every((each) => each.email.endsWith('@demo.example'))).toBe(true);
  // With which a step of thirty seconds begins as well.
  atAQuarter();
  const first = await shown();
  expect(first).toBe(totpCode(secret, clock.now()));
  expect(await enrolSecondFactor(actor, newId(), first ?? '')).toMatchObject({ ok: true });
  const second = await shown();
  expect(second).not.toBe(first);
  expect(totpStep(secret, second ?? '', clock.now())).toBe(Math.floor(clock.now().getTime() / 30_000) + 1);
});
