// Which columns the app's role may change of each table, and no other: what a row is, whose it is and when it began stand once written (Z-08).
import { sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { expect, test } from '../support/database';
import { aClient, aStaffMember } from '../support/people';

/** By table; whatever stands in neither list may be written and taken away, and never changed. */
const CHANGES: Record<string, string[]> = {
  account: ['disabled_at', 'email', 'email_index'],
  address_change: ['agreed_at', 'agreed_by', 'cancelled_at', 'cancelled_by', 'done_at', 'tries'],
  appointment: [
    ...['clinician_id', 'ends_at', 'format', 'local_time', 'moved_from', 'sequence', 'starts_at', 'status'],
    ...['time_id', 'zone'],
  ],
  attempt: ['count'],
  client: ['second_key_later_at'],
  client_passkey: ['counter', 'last_used_at'],
  client_pin: ['given_at', 'set_at', 'shut_at', 'verifier', 'wrong_in_a_row'],
  clinic_setting: ['changed_at', 'data'],
  clinician: [
    ...[
      'buffer_after_minutes',
      'buffer_before_minutes',
      'daily_maximum',
      'formats',
      'horizon_days',
      'languages',
    ],
    ...['notice_hours', 'regions', 'sees_couples', 'session_minutes', 'takes_new', 'zone'],
  ],
  clinician_time: ['active'],
  decline_letter: ['read_at'],
  document_draft: ['base_version', 'changed_at', 'changed_by', 'revision', 'text'],
  form_draft: ['changed_at', 'content'],
  glass_break: ['seen_at', 'seen_by'],
  information_request: ['ended_at', 'ended_by', 'reply'],
  known_network: ['used_at'],
  notice: [
    ...['ended_at', 'failure', 'first_tried_at', 'next_try_at', 'provider_id', 'sent_at', 'state', 'tries'],
    ...['unsure_at', 'withheld_because'],
  ],
  phone_intake: ['arrived_at', 'invited_at'],
  process_note: ['changed_at', 'content'],
  recovery_code: ['used_at'],
  reflection: ['content', 'kept_at', 'shared_at'],
  session: [
    ...['challenge', 'challenge_until', 'ended_at', 'last_seen_at', 'second_factor_at', 'second_key_by'],
    ...['token_hash', 'wrong_elsewhere', 'wrong_here', 'wrong_since'],
  ],
  sign_in_request: ['browser_hash', 'ended_at', 'proved_by', 'ticket_expires_at', 'ticket_hash', 'tries'],
  site_message: ['read_at'],
  slot_offer: ['ended_at', 'ended_by'],
  staff_member: ['credential', 'enrol_until', 'name', 'roles'],
  staff_passkey: ['counter', 'last_used_at'],
  staff_second_factor: [
    ...['enrolled_at', 'last_step', 'next_secret', 'offered_to', 'totp_secret', 'wrong_at_known'],
    'wrong_elsewhere',
  ],
  submission: ['assignee_id', 'changed_at', 'definition_version', 'not_for_us_at', 'status', 'submitted_at'],
  task: ['about_id', 'answered_by', 'done_at', 'done_by', 'due_at'],
  visitor_reflection: ['content', 'expires_at', 'kept_at'],
  waitlist_entry: [
    ...[
      'changed_at',
      'clinician_id',
      'ended_at',
      'ended_by',
      'ends_at',
      'parts_of_day',
      'weekdays',
      'weeks',
      'zone',
    ],
  ],
};

test('the app’s role may change these columns, and no other of any table', async ({ database }) => {
  const granted = await database.ownerSql<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attname::text) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
      and has_column_privilege('foyer_app', c.oid, a.attnum, 'update')
    group by 1`;
  expect(Object.fromEntries(granted.map(({ name, columns }) => [name, columns.sort()]))).toEqual(CHANGES);
});

test('no table is changed as a whole: a column that is added later is not open by itself', async ({
  database,
}) => {
  const whole =
    await database.ownerSql`select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege('foyer_app', c.oid, 'update')`;
  expect(whole.map(({ relname }) => relname)).toEqual([]);
});

test('whoever asks as whom: a row’s own id, its owner and its beginning are refused, also of what is theirs', async () => {
  const [client, staff] = [await aClient(), await aStaffMember('admin', 'lead', 'front-desk')];
  const job = { kind: 'job', name: 'sweep.hourly' } as const;
  for (const change of [
    'update session set account_id = account_id',
    'update session set expires_at = expires_at',
    'update account set kind = kind',
    'update client set created_at = created_at',
    'update submission set client_id = client_id',
    'update appointment set client_id = client_id',
    'update task set kind = kind',
    'update form_draft set account_id = account_id',
    'update vault_key set wrapped = wrapped',
    'update staff_member set reference = reference',
    'update clinician_time set clinician_id = clinician_id',
    'update clinician_time set occupied = occupied',
  ])
    for (const actor of [client, staff, job])
      await expect(
        as(actor, (tx) => tx.execute(sql.raw(change))),
        `${actor.kind}: ${change}`,
      ).rejects.toMatchObject({ code: '42501' });
});
