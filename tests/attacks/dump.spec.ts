// P-01: after a whole journey with marked data, a dump of every table, the job queue's included, holds none of it.
import { setTimeout as pause } from 'node:timers/promises';
import { as } from '@/db/client';
import { Fields } from '@/lib/accounts/fields';
import { keepDraft } from '@/lib/accounts/form-draft';
import { requestSignIn } from '@/lib/accounts/request-sign-in';
import { askQuestion } from '@/lib/documents/ask-question';
import { withdrawDocument } from '@/lib/documents/withdraw-document';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { allQuestions } from '@/lib/forms/definition';
import { type AnswerValue, type Field, type Input, OWN } from '@/lib/forms/question';
import { keepForVisitor } from '@/lib/guide/keep-for-visitor';
import { keepReflections } from '@/lib/guide/keep-reflections';
import { startRunner } from '@/lib/jobs/runner';
import { handlers } from '@/lib/notices/handlers';
import { callerTyped } from '@/lib/review/caller-typed';
import { sendSubmission } from '@/lib/review/send-submission';
import { startByPhone } from '@/lib/review/start-by-phone';
import { answer, arrive, book, sign } from '../../scripts/demo/live-through';
import { openDemoClinic } from '../../scripts/demo/open-clinic';
import { attendToFlags } from '../../scripts/demo/review-as-staff';
import { takeNote } from '../../scripts/demo/take-notes';
import { expect, test } from '../support/database';

const MARK = 'Quetzalmark';
const EMAIL = 'quetzalmark@example.org';
const PHONE = '0207 555 8391';
const BORN = '1987-06-05';
const EVIDENCE = { ip: '203.0.113.77', userAgent: `${MARK}-browser/1.0` };

const CALLER = {
  ...{ email: `caller-${EMAIL}`, emailAgain: `caller-${EMAIL}`, B1: MARK, A2: PHONE },
  ...{ 'B3-day': '5', 'B3-month': '6', 'B3-year': '1987' },
};

/** Everything of ours anybody could recognise, as it was typed and as it is usually normalised. */
const MARKS = [
  MARK,
  MARK.toLowerCase(),
  EMAIL,
  PHONE,
  PHONE.replaceAll(' ', ''),
  BORN,
  EVIDENCE.ip,
  'past-3-months',
  'not-now',
];

test('P-01 after a whole journey no row of any table holds a word of it', async ({ database }) => {
  const staff = await openDemoClinic();
  await requestSignIn({ email: EMAIL, ip: EVIDENCE.ip });
  const client = await arrive(EMAIL);
  const given = Object.fromEntries(
    allQuestions.map((question) => [question.id, marked(question.id, question.input)]),
  );

  await answer(client, given, ['1']);
  await sign(client);
  const notes = new Fields([
    ['ready-help', MARK],
    ['ready-help-choice', 'not-now'],
  ]);
  await keepForVisitor(null, 'ready', notes, EVIDENCE.ip);
  expect(await keepReflections(client, 'ready', notes)).toEqual({ ok: true });
  await answer(client, given, ['2', '3', '4', '5']);
  await book(client, 3, 'Europe/London');
  await answer(client, given, ['12']);
  await as(client, (tx) => keepDraft(tx, client.id, 'forms/4/C1', { values: { C1: [MARK] }, errors: [] }));
  expect(await sendSubmission(client)).toMatchObject({ ok: true });
  await askQuestion(client, { slug: 'agreement', text: `${MARK}?`, formToken: newId() });
  const signedIn = { ...EVIDENCE, signedInAt: clock.now(), signedInBy: 'code' };
  expect(
    await withdrawDocument(client, { slug: 'messages', account: client.id, round: 0 }, signedIn),
  ).toMatchObject({ ok: true });
  const lead = staff.get('lead@demo.example');
  if (!lead) throw new Error('The demo has no lead.');
  await attendToFlags(lead, lead, client.id, 'closed');
  await takeNote(lead, client.id, { text: MARK, putRight: `${MARK}, put right` });
  await takeNote(lead, client.id, { text: MARK, forThemselves: true });
  const desk = staff.get('frontdesk@demo.example');
  if (!desk) throw new Error('The demo has no front desk.');
  const caller = await callerTyped(desk, new Fields(Object.entries(CALLER)));
  if (!caller.ok) throw new Error('the caller was not taken down');
  expect(await startByPhone(desk, caller.caller)).toMatchObject({ ok: true });
  await sendEverything(database.ownerSql);

  const tables = await database.superuserSql<{ table: string; bytes: number }[]>`
    select format('%I.%I', schemaname, tablename) as table from pg_tables where schemaname in ('public', 'pgboss', 'foyer', 'drizzle')`;
  const found: string[] = [];
  let bytes = 0;
  for (const { table } of tables) {
    const dump = await copyOf(database.superuserSql, table);
    bytes += dump.length;
    found.push(...MARKS.filter((mark) => dump.includes(mark)).map((mark) => `${mark} in ${table}`));
  }
  expect(found).toEqual([]);
  expect(bytes, 'there was something to read').toBeGreaterThan(50_000);
  const [stored] = await database.ownerSql`
    select (select count(*)::int from answer) as answers, (select count(*)::int from signature) as signatures,
      (select count(*)::int from flag_event) as outcomes, (select count(*)::int from mailbox_message) as mails`;
  expect(stored?.answers).toBeGreaterThan(30);
  expect(stored?.signatures).toBeGreaterThan(4);
  expect(stored?.outcomes).toBeGreaterThan(1);
  expect(stored?.mails).toBeGreaterThan(2);
});

/** An answer that can be recognised, to any question. */
function marked(id: string, input: Input | { kind: 'group'; fields: readonly Field[] }): AnswerValue {
  const fixed: Record<string, AnswerValue> = {
    A1: 'only-me',
    A8: 'GB',
    'A8-gb': 'GB-ENG',
    B1: MARK,
    B3: BORN,
    A2: PHONE,
    J3: 'past-3-months',
  };
  if (fixed[id]) return fixed[id];
  switch (input.kind) {
    case 'group':
      return Object.fromEntries(
        input.fields.map((field) => [field.id, String(looksLikePhone(field) ? PHONE : marked('', field))]),
      );
    case 'date':
      return BORN;
    case 'checkboxes':
      return [
        ...input.options.slice(0, 1).map(({ value }) => value),
        ...(input.ownWords ? [`${OWN}${MARK}`] : []),
      ];
    case 'radios':
    case 'select':
      return input.options[0]?.value ?? '';
    default:
      return looksLikePhone(input) ? PHONE : `${MARK} ${id}`;
  }
}

const looksLikePhone = (input: Input) =>
  input.kind === 'text' && (input.looksLike === 'phone' || input.inputMode === 'tel');

async function sendEverything(sql: (text: TemplateStringsArray) => Promise<{ n?: number }[]>) {
  const stop = await startRunner(handlers);
  for (const until = clock.now().getTime() + 60_000; clock.now().getTime() < until; await pause(200)) {
    const [left] =
      await sql`select count(*)::int as n from notice where state = 'queued' and kind <> 'appointment-reminder'`;
    if (left?.n === 0) break;
  }
  await stop();
}

/** Every row of a table as text, each column of it: what a dump would hold. */
async function copyOf(sql: import('postgres').Sql, table: string): Promise<string> {
  const rows = await sql.unsafe<{ row: string }[]>(`select t::text as row from ${table} t`);
  return rows.map(({ row }) => row).join('\n');
}
