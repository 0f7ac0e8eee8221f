// Each mail goes out once, says no more than the client allows, and is found and worded only when it is sent.
import { as } from '@/db/client';
import { appointment, signInRequest } from '@/db/schema';
import { requestSignIn } from '@/lib/accounts/request-sign-in';
import { codeOf } from '@/lib/accounts/sign-in-secrets';
import { TELLING } from '@/lib/clinic/neutral-name';
import { shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { contactInWords } from '@/lib/forms/contact-in-words';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { mailPermissions, messagesAllowMail } from '@/lib/notices/may-mail';
import type { MailPort } from '@/lib/notices/port';
import { NotSent } from '@/lib/notices/port';
import { sendNotice } from '@/lib/notices/send-notice';
import { expect, test } from '@/tests/support/database';
import { aJob } from '@/tests/support/people';
import { appointmentFor, mailsTo, openPost, queue, reminderOf, somebodyWho, stateOf } from './made-up-post';

test.beforeEach(({ database }) => openPost(database.ownerSql));
test.afterEach(() => shiftClock(0));

const ALONE = { A1: 'only-me', A4: 'email' };

test('a job taken twice, one after the other or ten at once, gives one mail', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'submission-received', accountId: client.id });
  await Promise.all(Array.from({ length: 10 }, () => sendNotice(noticeId, mailboxPort)));
  await sendNotice(noticeId, mailboxPort);
  expect(await mailsTo(client.email)).toHaveLength(1);
  expect(await stateOf(database.ownerSql, noticeId)).toBe('sent');
});

test('a mail that was taken, of which nothing was heard, is not sent a second time', async () => {
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'submission-received', accountId: client.id });
  const dying: MailPort = {
    name: 'mailbox',
    send: async (mail) => {
      await mailboxPort.send(mail);
      throw new NotSent('the answer was lost here');
    },
  };
  await sendNotice(noticeId, dying);
  shiftClock(60_000);
  await sendNotice(noticeId, mailboxPort);
  expect(await mailsTo(client.email)).toHaveLength(1);
});

test('a sign-in mail holds the code and the link, for an address nobody knows too', async ({ database }) => {
  const email = `nobody-${newId()}@example.org`;
  await requestSignIn({ email, ip: '192.0.2.1' });
  const [queued] = await database.ownerSql`
    select n.id, n.about_id from notice n join sign_in_request r on r.id = n.about_id order by n.created_at desc, n.id desc limit 1`;
  await sendNotice(queued?.id, mailboxPort);
  const [mail] = await mailsTo(email);
  expect(mail?.subject).toBe('Your sign-in code');
  expect(mail?.text).toContain(codeOf(queued?.about_id));
  expect(mail?.text).toMatch(/http:\/\/localhost:3000\/sign-in\/link\?token=[\w-]{43}\n/);
});

test('a code that has run out or was replaced is not mailed', async ({ database }) => {
  const email = `late-${newId()}@example.org`;
  const newestNotice = async () =>
    (
      await database.ownerSql`select id from notice where kind = 'sign-in' order by created_at desc, id desc limit 1`
    )[0]?.id;
  await requestSignIn({ email, ip: '192.0.2.1' });
  const first = await newestNotice();
  await requestSignIn({ email, ip: '192.0.2.1' });
  const second = await newestNotice();
  shiftClock(11 * 60_000);
  await sendNotice(first, mailboxPort);
  await sendNotice(second, mailboxPort);
  expect(await mailsTo(email)).toHaveLength(0);
  expect(await stateOf(database.ownerSql, first)).toBe('withheld');
  expect(await stateOf(database.ownerSql, second)).toBe('withheld');
});

for (const kind of ['appointment-booked', 'appointment-moved', 'appointment-reminder'] as const) {
  test(`"${kind}" tells day and time only to an inbox that is the client's alone`, async ({ database }) => {
    for (const [inbox, shown] of [
      ['only-me', true],
      ['others', false],
      ['not-sure', false],
    ] as const) {
      const client = await somebodyWho({ A1: inbox, A4: 'email' });
      const appointmentId = await appointmentFor(database.ownerSql, client.id);
      const reminds = kind === 'appointment-reminder';
      const aboutId = reminds ? await reminderOf(database.ownerSql, client.id, appointmentId) : appointmentId;
      // Before it begins: nobody is reminded of what is over.
      shiftClock(Date.parse('2026-11-23T12:00Z') - Date.now());
      await sendNotice(await queue({ kind, accountId: client.id, aboutId }), mailboxPort);
      const [mail] = await mailsTo(client.email);
      const everything = `${mail?.subject}${mail?.text}${mail?.html}`;
      expect(
        everything.includes('Tuesday 24 November 2026, 10:00 am (Greenwich Mean Time, London)'),
        inbox,
      ).toBe(shown);
      expect(everything.includes('November'), inbox).toBe(shown);
      for (const word of [...TELLING, 'Zeta'])
        expect(everything.toLowerCase()).not.toContain(word.toLowerCase());
    }
  });
}

test('an appointment cancelled meanwhile is neither confirmed nor remembered, and its cancelling is told', async ({
  database,
}) => {
  const client = await somebodyWho(ALONE);
  const aboutId = await appointmentFor(database.ownerSql, client.id);
  const told = { accountId: client.id, aboutId };
  const [booked, reminder, cancelled] = [
    await queue({ kind: 'appointment-booked', ...told }),
    await queue({
      ...{ kind: 'appointment-reminder', accountId: client.id },
      aboutId: await reminderOf(database.ownerSql, client.id, aboutId),
    }),
    await queue({ kind: 'appointment-cancelled', ...told }),
  ];
  await database.ownerSql`update appointment set status = 'cancelled' where id = ${aboutId}`;
  for (const each of [booked, reminder, cancelled]) await sendNotice(each, mailboxPort);
  expect((await mailsTo(client.email)).map(({ subject }) => subject)).toEqual(['Appointment changed']);
  expect(await stateOf(database.ownerSql, booked)).toBe('withheld');
  expect(await stateOf(database.ownerSql, reminder)).toBe('withheld');
});

test('who wants "this site only", or said nothing yet, gets no mail but the code they ask for', async ({
  database,
}) => {
  const none: Record<string, string>[] = [{ A1: 'only-me', A4: 'site' }, { A1: 'only-me', A4: 'phone' }, {}];
  for (const answers of none) {
    const client = await somebodyWho(answers);
    const aboutId = await appointmentFor(database.ownerSql, client.id);
    const noticeId = await queue({ kind: 'appointment-booked', accountId: client.id, aboutId });
    await sendNotice(noticeId, mailboxPort);
    expect(await mailsTo(client.email)).toHaveLength(0);
    expect(await stateOf(database.ownerSql, noticeId)).toBe('withheld');
  }
});

test('that a sign-in was changed is told only where nobody else reads it, and where mail was not refused', async () => {
  const told = async (answers: Record<string, string>) => {
    const client = await somebodyWho(answers);
    await sendNotice(await queue({ kind: 'sign-in-changed', accountId: client.id }), mailboxPort);
    return (await mailsTo(client.email)).map(({ subject }) => subject);
  };
  expect(await told({ A1: 'only-me' })).toEqual(['Your sign-in was changed']);
  expect(await told(ALONE)).toEqual(['Your sign-in was changed']);
  expect(await told({ A1: 'only-me', A4: 'site' })).toEqual([]);
  expect(await told({ A1: 'others', A4: 'email' })).toEqual([]);
  expect(await told({ A1: 'not-sure' })).toEqual([]);
  expect(await told({})).toEqual([]);
});

test('mail goes out only where A4 says e-mail and "Messages", once confirmed, has its box: never against either', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  let version = 900;
  const sign = async (clientId: string, kind: string, boxesTicked: string[]) => {
    const versionId = newId();
    version += 1;
    await sql`insert into document_version (id, slug, version, locale, kind, title, body, parts, sha256, change_class, published_at, published_by)
      values (${versionId}, 'messages', ${version}, ${newId().slice(0, 8)}, 'signature', '', '', '{}', '', 'first', now(), 'test')`;
    await sql`insert into signature (id, client_id, document_version_id, kind, slug, version, sha256, locale, signed_at, personal, record, seal, key_id)
      values (${newId()}, ${clientId}, ${versionId}, ${kind}, 'messages', ${version}, '', 'en', now(), '',
        ${JSON.stringify({ boxesTicked })}, '', '')`;
  };
  const may = (id: string) => as(aJob, (tx) => mailPermissions(tx, id));
  const both = ['email-appointments', 'email-forms'];
  const [byMail, onSite] = [await somebodyWho(ALONE), await somebodyWho({ A1: 'only-me', A4: 'site' })];
  expect(await may(byMail.id), 'left out').toMatchObject({ appointments: true, forms: true });
  expect(await messagesAllowMail(byMail)).toBeNull();
  await sign(byMail.id, 'signature', []);
  expect(await may(byMail.id)).toMatchObject({ appointments: false, forms: false, signIn: false });
  expect(await messagesAllowMail(byMail)).toBe(false);
  await sign(byMail.id, 'signature', ['email-appointments', 'call']);
  expect(await may(byMail.id)).toMatchObject({ appointments: true, forms: false, signIn: true });
  expect(await messagesAllowMail(byMail)).toBe(true);
  await sign(byMail.id, 'withdrawal', []);
  expect(await may(byMail.id), 'taken back').toMatchObject({ appointments: false, forms: false });
  await sign(onSite.id, 'signature', both);
  expect(await may(onSite.id)).toMatchObject({ appointments: false, forms: false, signIn: false });
  expect([await contactInWords(byMail), await contactInWords(onSite)]).toEqual([
    'E-mail',
    'On this site only',
  ]);
  const told = await queue({ kind: 'question-for-you', accountId: onSite.id });
  await sendNotice(told, mailboxPort);
  expect(await stateOf(sql, told)).toBe('withheld');
});

test('who has been forgotten or shut out gets no mail', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'submission-received', accountId: client.id });
  await database.ownerSql`update account set disabled_at = now() where id = ${client.id}`;
  await sendNotice(noticeId, mailboxPort);
  await sendNotice(newId(), mailboxPort);
  expect(await mailsTo(client.email)).toHaveLength(0);
});

test('no row of ours holds a mail or its address in plain text', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  await sendNotice(await queue({ kind: 'submission-received', accountId: client.id }), mailboxPort);
  expect(await mailsTo(client.email)).toHaveLength(1);
  for (const table of ['mailbox_message', 'notice', 'pgboss.job', 'account']) {
    const rows = await database.superuserSql.unsafe(`select to_jsonb(t)::text as row from ${table} t`);
    expect(
      rows.filter(({ row }) => row.includes(client.email) || row.includes('has arrived')),
      table,
    ).toEqual([]);
  }
});

test('the mailbox can be read by nobody but the jobs', async () => {
  const client = await somebodyWho(ALONE);
  await sendNotice(await queue({ kind: 'submission-received', accountId: client.id }), mailboxPort);
  const seen = await as({ kind: 'client', id: client.id }, async (tx) => [
    ...(await tx.execute('select id from mailbox_message')),
    ...(await tx.select({ id: signInRequest.id }).from(signInRequest)),
    ...(await tx.select({ id: appointment.id }).from(appointment)),
  ]);
  expect(seen).toEqual([]);
});
