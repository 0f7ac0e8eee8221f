// Signing in: only the browser that asked, only once, only for ten minutes, only five tries.

import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { account } from '@/db/schema';
import { LIMITS } from '@/lib/accounts/limits';
import { requestSignIn } from '@/lib/accounts/request-sign-in';
import { linkTokenOf } from '@/lib/accounts/sign-in-secrets';
import { shiftClock } from '@/lib/env/clock';
import { emailIndex } from '@/lib/vault/indexes';
import { atOnce } from '../../support/at-once';
import { expect, test } from '../../support/database';
import { aClient, openClinic } from '../../support/people';
import { atAQuarter } from '../../support/quarter';
import { anAddress, anIp, asked } from './made-up-requests';

test.beforeAll(openClinic);
test.afterEach(() => shiftClock(0));

test.describe('signing in', () => {
  test('the right code, or the link, lets its browser in', async () => {
    const [one, other] = [await asked(), await asked()];
    expect(await one.prove(one.code)).toMatchObject({ ok: true, email: one.email });
    expect(await other.prove(linkTokenOf(other.id), 'link')).toMatchObject({ ok: true });
  });

  test('another browser with the right code or the right link is not let in', async () => {
    const mine = await asked();
    const other = await asked();
    expect(await mine.prove(mine.code, 'code', other.browser)).toMatchObject({ ok: false, reason: 'wrong' });
    expect(await mine.prove(linkTokenOf(mine.id), 'link', 'no such browser')).toEqual({
      ok: false,
      reason: 'gone',
    });
  });

  test('A-03 the right code a hundred times at once gives one ticket', async () => {
    const { prove, code } = await asked();
    const answers = await atOnce(100, () => prove(code));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('A-04 after ten minutes it is refused', async () => {
    const { prove, code } = await asked();
    shiftClock(10 * 60_000 + 1);
    expect(await prove(code)).toEqual({ ok: false, reason: 'gone' });
  });

  test('A-05 after five wrong codes even the right one is dead', async () => {
    const { prove, code, wrong } = await asked();
    for (let tries = 1; tries < 5; tries += 1)
      expect(await prove(wrong)).toEqual({ ok: false, reason: 'wrong' });
    expect(await prove(wrong)).toEqual({ ok: false, reason: 'gone' });
    expect(await prove(code)).toEqual({ ok: false, reason: 'gone' });
  });

  test('A-06 a newer request of the same browser ends the older one, also one for another address', async () => {
    const older = await asked();
    const newer = await asked(older.email, { browser: older.browser });
    expect(await older.prove(older.code)).toEqual({ ok: false, reason: 'gone' });
    const elsewhere = await asked(anAddress(), { browser: newer.browser });
    expect(await newer.prove(newer.code)).toEqual({ ok: false, reason: 'gone' });
    expect(await elsewhere.prove(elsewhere.code)).toMatchObject({ ok: true });
  });

  test('A-12 a known and an unknown address leave the same rows behind', async ({ database }) => {
    const known = anAddress();
    await aClient(known);
    const rows = async (email: string) => {
      await asked(email);
      const [row] = await database.ownerSql`
        select (select count(*)::int from sign_in_request where email_index = ${emailIndex(email)}) as requests,
          (select count(*)::int from notice n join sign_in_request r on r.id = n.about_id where r.email_index = ${emailIndex(email)}) as mails`;
      return { ...row };
    };
    expect(await rows(known)).toEqual(await rows(anAddress()));
  });

  test('over the limit of one network it is refused', async ({ database }) => {
    atAQuarter();
    const ip = anIp();
    const ask = () => requestSignIn({ email: anAddress(), ip });
    expect(await ask()).toMatchObject({ ok: true });
    // As if all but one of the others had asked as well, each for an address of its own.
    await database.ownerSql`update attempt set count = count + ${LIMITS['sign-in.network'] - 2}`;
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toEqual({ ok: false, reason: 'too-many' });
  });

  test('A-16 a dump of the database holds no code, no link, no cookie and no address', async ({
    database,
  }) => {
    const { id, browser, code, email } = await asked();
    const dump = JSON.stringify([
      await database.superuserSql`select * from sign_in_request`,
      await database.superuserSql`select * from pgboss.job`,
      await database.superuserSql`select * from notice`,
    ]);
    for (const secret of [browser, code, linkTokenOf(id), email]) expect(dump).not.toContain(secret);
  });

  test('asking for a code makes no account', async () => {
    const { email } = await asked();
    const found = await as({ kind: 'bearer', secret: emailIndex(email) }, (tx) =>
      tx
        .select()
        .from(account)
        .where(eq(account.emailIndex, emailIndex(email))),
    );
    expect(found).toEqual([]);
  });
});
