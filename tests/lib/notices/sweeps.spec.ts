// What has run out is gone, and what somebody told us whom we cannot take is gone with the key that opened it.
import { requestSignIn } from '@/lib/accounts/request-sign-in';
import { hashOfSecret, newSecret } from '@/lib/accounts/sign-in-secrets';
import { sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { forgetSubmission } from '@/lib/forms/forget-submission';
import { expect, test } from '@/tests/support/database';
import { openPost, somebodyWho } from './made-up-post';

const HOUR = 60 * 60 * 1000;

test.beforeEach(({ database }) => openPost(database.ownerSql));
test.afterEach(() => shiftClock(0));

test('codes, sessions and counted tries are deleted a day after they ended, and not before', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  // A test before this one may have counted tries under a clock of its own, further on than this one looks.
  await sql`delete from attempt`;
  await sql`delete from sign_in_request`;
  const client = await somebodyWho({});
  await requestSignIn({ email: client.email, ip: '192.0.2.7' });
  await sql`insert into session (id, token_hash, account_id, created_at, last_seen_at, expires_at, signed_in_by)
    values (${newId()}, ${hashOfSecret(newSecret())}, ${client.id}, now(), now(), now() + interval '12 hours', 'code')`;
  const left = async () => [
    (await sql`select 1 from session where account_id = ${client.id}`).length,
    (await sql`select 1 from sign_in_request`).length > 0,
    (await sql`select 1 from attempt`).length > 0,
  ];
  await sweepAccounts();
  expect(await left()).toEqual([1, true, true]);
  shiftClock(40 * HOUR);
  await sweepAccounts();
  expect(await left()).toEqual([0, false, false]);
});

test('what was given by somebody we cannot take is deleted after a day, account, answers and key', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const client = await somebodyWho({ B3: '2015-01-01' });
  const [intake] =
    await sql`update submission set not_for_us_at = now() where client_id = ${client.id} returning id`;
  const data = { submissionId: intake?.id as string, clientId: client.id };
  const [about] = await sql`select reference from submission where client_id = ${client.id}`;
  const writer = await somebodyWho({});
  // Wherever a form's key names whom it is about, and however it is written.
  const reference = String(about?.reference);
  const forms = [
    `submissions/${reference}/note`,
    `estimates/${reference}`,
    `flags/${reference.toLowerCase()}/close/`,
  ];
  const [other] = await sql`select reference from submission where client_id = ${writer.id}`;
  for (const form of [...forms, `estimates/${other?.reference}`])
    await sql`insert into form_draft (id, account_id, form, content, changed_at)
      values (${newId()}, ${writer.id}, ${`staff/${form}`}, 'sealed', now())`;
  const left = async () => [
    (await sql`select 1 from form_draft where account_id = ${writer.id}`).length,
    (await sql`select 1 from account where id = ${client.id}`).length,
    (await sql`select 1 from answer where client_id = ${client.id}`).length,
    (await sql`select 1 from vault_key where subject_id = ${client.id}`).length,
  ];
  shiftClock(23 * HOUR);
  await forgetSubmission(data);
  expect(await left()).toEqual([4, 1, 1, 1]);
  shiftClock(24 * HOUR);
  await forgetSubmission(data);
  await forgetSubmission(data);
  expect(await left(), 'but what is about somebody else').toEqual([1, 0, 0, 0]);
  expect(
    await sql`select 1 from audit_event where subject = ${client.id} and event = 'account.forgotten'`,
  ).toHaveLength(1);
});

test('somebody who put it right in time loses nothing', async ({ database }) => {
  const { ownerSql: sql } = database;
  const client = await somebodyWho({ B3: '1990-01-01' });
  const [intake] = await sql`select id from submission where client_id = ${client.id}`;
  shiftClock(25 * HOUR);
  await forgetSubmission({ submissionId: intake?.id, clientId: client.id });
  expect(await sql`select 1 from answer where client_id = ${client.id}`).toHaveLength(1);
});

test('whoever signed something keeps the account and the signature, and loses the answers', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const client = await somebodyWho({ B3: '2015-01-01' });
  await sql`insert into name_index (client_id, version, prefix_index) values (${client.id}, 1, 'made-up')`;
  await sql`insert into reflection (id, client_id, question, content, kept_at) values (${newId()}, ${client.id}, 'trust-safe', 'made up', now())`;
  await sql`insert into chapter_read (client_id, chapter, read_at) values (${client.id}, 'trust', now())`;
  const versionId = newId();
  await sql`insert into document_version (id, slug, version, locale, kind, title, body, parts, sha256, change_class, published_at, published_by)
    values (${versionId}, 'privacy', 900, ${newId().slice(0, 8)}, 'receipt', '', '', '{}', '', 'first', now(), 'test')`;
  await sql`insert into signature (id, client_id, document_version_id, kind, slug, version, sha256, locale, signed_at, personal, record, seal, key_id)
    values (${newId()}, ${client.id}, ${versionId}, 'receipt', 'privacy', 900, '', 'en', now(), '', '{}', '', '')`;
  const [intake] =
    await sql`update submission set not_for_us_at = now() where client_id = ${client.id} returning id`;
  shiftClock(24 * HOUR);
  await forgetSubmission({ submissionId: intake?.id, clientId: client.id });
  expect(await sql`select 1 from signature where client_id = ${client.id}`).toHaveLength(1);
  expect(await sql`select 1 from answer where client_id = ${client.id}`).toHaveLength(0);
  expect(await sql`select 1 from name_index where client_id = ${client.id}`).toHaveLength(0);
  expect(await sql`select 1 from reflection where client_id = ${client.id}`).toHaveLength(0);
  expect(await sql`select 1 from chapter_read where client_id = ${client.id}`).toHaveLength(0);
});
